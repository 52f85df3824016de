// What kind of file a name promises; ConnectWise serves every document as a stream of octets.

const BY_ENDING: Readonly<Record<string, string>> = {
  bmp: "image/bmp",
  csv: "text/csv",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  eml: "message/rfc822",
  gif: "image/gif",
  heic: "image/heic",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  log: "text/plain",
  msg: "application/vnd.ms-outlook",
  pdf: "application/pdf",
  png: "image/png",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  rtf: "application/rtf",
  txt: "text/plain",
  webp: "image/webp",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml",
  zip: "application/zip",
};

/** SVG and HTML are octets on purpose: shown in a browser, they could run scripts. */
export function contentTypeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  return (Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined) ?? "application/octet-stream";
}

/** The ending that an image's type asks for; empty when it is no image that can be shown. */
export function endingOf(contentType: string): string {
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  if (!type?.startsWith("image/")) return "";
  if (type === "image/jpeg") return ".jpg";
  const found = Object.entries(BY_ENDING).find(([, known]) => known === type);
  return found ? `.${found[0]}` : "";
}
