// An S3-compatible bucket on this machine, strict about signatures: what is not signed as AWS asks is refused.
import { createHash, createHmac } from "node:crypto";
import { type Context, Hono } from "hono";
import { Faults } from "../http/faults.ts";
import { serve } from "../http/serve.ts";

export interface S3Sandbox {
  /** With the bucket in its path. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly faults: Faults;
  /** By key. */
  readonly objects: Map<string, Buffer>;
  /** By method. */
  readonly requests: Record<string, number>;
  stop(): Promise<void>;
}

const BUCKET = "cutover-files";
const CREDENTIALS = {
  region: "eu-central-1",
  accessKeyId: "AKIASANDBOX000000001",
  secretAccessKey: "sandbox/secret/access/key/0000000001",
};
/** Small, so that lists go on over several pages. */
const MOST_KEYS = 5;
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function xml(c: Context, body: string, status = 200) {
  return c.body(`<?xml version="1.0" encoding="UTF-8"?>${body}`, status as 200, {
    "Content-Type": "application/xml",
  });
}
const refuse = (c: Context, status: number, code: string) =>
  xml(c, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`, status);

/** What is wrong with a request's signature (version 4, unsigned payload); undefined when it is right. */
function findFault(c: Context): string | undefined {
  const found = AUTHORIZATION.exec(c.req.header("authorization") ?? "");
  if (!found) return "AccessDenied";
  const [, key, date = "", region, signed = "", signature] = found;
  const moment = c.req.header("x-amz-date") ?? "";
  if (key !== CREDENTIALS.accessKeyId) return "InvalidAccessKeyId";
  if (region !== CREDENTIALS.region || !/^\d{8}T\d{6}Z$/.test(moment) || !moment.startsWith(date)) {
    return "AuthorizationHeaderMalformed";
  }
  const names = signed.split(";");
  if (!names.includes("host") || !names.includes("x-amz-content-sha256")) return "AccessDenied";
  const url = new URL(c.req.url);
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const headers = names.map((name) => `${name}:${c.req.header(name)?.trim() ?? ""}\n`).join("");
  const payload = c.req.header("x-amz-content-sha256");
  const request = [c.req.method, url.pathname, query.join("&"), headers, signed, payload].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const digest = createHash("sha256").update(request).digest("hex");
  const signing = [date, region, "s3", "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${CREDENTIALS.secretAccessKey}`,
  );
  const expected = hmac(signing, `AWS4-HMAC-SHA256\n${moment}\n${scope}\n${digest}`).toString("hex");
  return expected === signature ? undefined : "SignatureDoesNotMatch";
}

export async function startS3(): Promise<S3Sandbox> {
  const objects = new Map<string, Buffer>();
  const requests: Record<string, number> = {};
  const faults = new Faults();
  const app = new Hono();
  app.use(async (c, next) => {
    requests[c.req.method] = (requests[c.req.method] ?? 0) + 1;
    await next();
  });
  app.use(faults.middleware());
  app.use(async (c, next) => {
    const fault = findFault(c);
    return fault === undefined ? next() : refuse(c, 403, fault);
  });
  const keyOf = (c: Context) => decodeURIComponent(new URL(c.req.url).pathname.slice(BUCKET.length + 2));
  const list = (c: Context) => {
    const { prefix = "", delimiter, "continuation-token": after = "" } = c.req.query();
    const names = new Set<string>();
    for (const key of [...objects.keys()].sort()) {
      if (!key.startsWith(prefix)) continue;
      const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
      names.add(end < 0 ? key : key.slice(0, end + 1));
    }
    const rest = [...names].filter((name) => name > after);
    const page = rest.slice(0, MOST_KEYS);
    const more = rest.length > page.length;
    const entries = page.map((name) =>
      objects.has(name)
        ? `<Contents><Key>${escapeXml(name)}</Key><Size>${objects.get(name)?.length}</Size></Contents>`
        : `<CommonPrefixes><Prefix>${escapeXml(name)}</Prefix></CommonPrefixes>`,
    );
    return xml(
      c,
      `<ListBucketResult><Name>${BUCKET}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${escapeXml(page.at(-1) ?? "")}</NextContinuationToken>` : ""}${entries.join("")}</ListBucketResult>`,
    );
  };
  app.get(`/${BUCKET}`, list);
  app.get(`/${BUCKET}/`, list);
  const deleteMany = async (c: Context) => {
    const keys = [...(await c.req.text()).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = ""]) => key);
    for (const key of keys) objects.delete(key);
    return xml(
      c,
      `<DeleteResult>${keys.map((key) => `<Deleted><Key>${key}</Key></Deleted>`).join("")}</DeleteResult>`,
    );
  };
  app.post(`/${BUCKET}`, deleteMany);
  app.post(`/${BUCKET}/`, deleteMany);
  // HEAD is a GET without its body.
  app.get(`/${BUCKET}/:key{.+}`, (c) => {
    const found = objects.get(keyOf(c));
    if (!found) return refuse(c, 404, "NoSuchKey");
    return c.body(new Uint8Array(found), 200, { "Content-Length": String(found.length) });
  });
  app.put(`/${BUCKET}/:key{.+}`, async (c) => {
    const length = c.req.header("content-length");
    // S3 takes no stream of unknown length.
    if (length === undefined) return refuse(c, 411, "MissingContentLength");
    const body = Buffer.from(await c.req.arrayBuffer());
    if (body.length !== Number(length)) return refuse(c, 400, "IncompleteBody");
    objects.set(keyOf(c), body);
    return c.body(null, 200, { ETag: `"${createHash("md5").update(body).digest("hex")}"` });
  });
  app.notFound((c) => refuse(c, 404, "NoSuchBucket"));
  const served = await serve(app);
  return {
    ...{ endpoint: `${served.url}/${BUCKET}`, ...CREDENTIALS },
    ...{ faults, objects, requests, stop: () => served.close() },
  };
}
