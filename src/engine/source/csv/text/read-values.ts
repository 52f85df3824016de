// Numbers, yes and no, and the words of lists, as exports in English and German write them.
import type { SourceNote, SourceTimeEntry } from "../../../model/source.ts";
import { plainCaption } from "../columns/captions.ts";

/** Undefined for no number. `decimalComma`: the file is divided by semicolons, as where the comma is the decimal sign. */
export function readNumber(text: string, decimalComma: boolean): number | undefined {
  const plain = text.replace(/[\s\u00a0'’]|[$€£]|(?:USD|EUR|GBP|h|hrs?|Std\.?)$/gi, "");
  const lastComma = plain.lastIndexOf(",");
  const lastPoint = plain.lastIndexOf(".");
  const both = lastComma >= 0 && lastPoint >= 0;
  // The last of two signs is the decimal one; a lone comma before three digits divides thousands in English only.
  const thousands = /^-?\d{1,3}(,\d{3})+$/.test(plain) && !decimalComma;
  const comma = both ? lastComma > lastPoint : lastComma >= 0 && !thousands;
  const normal = comma ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", "");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(normal) ? Number(normal) : undefined;
}

const YES = new Set(["true", "yes", "y", "1", "x", "ja", "j", "wahr"]);
const NO = new Set(["false", "no", "n", "0", "nein", "falsch"]);

export function readFlag(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

const BILLABLE: Readonly<Record<string, SourceTimeEntry["billableOption"]>> = {
  billable: "Billable",
  abrechenbar: "Billable",
  donotbill: "DoNotBill",
  dontbill: "DoNotBill",
  nonbillable: "DoNotBill",
  notbillable: "DoNotBill",
  nichtabrechenbar: "DoNotBill",
  nocharge: "NoCharge",
  kostenlos: "NoCharge",
  nodefault: "NoDefault",
};

export function readBillable(text: string): SourceTimeEntry["billableOption"] | undefined {
  const flag = readFlag(text);
  if (flag !== undefined) return flag ? "Billable" : "DoNotBill";
  return new Map(Object.entries(BILLABLE)).get(plainCaption(text));
}

const NOTE_KINDS: readonly (readonly [RegExp, SourceNote["kind"]])[] = [
  [/intern/i, "internal"],
  [/resolution|lösung|solution/i, "resolution"],
  [/discussion|detail|public|extern|diskussion|öffentlich|customer/i, "discussion"],
];

/** Undefined for a word that says nothing about who may see the note. */
export function readNoteKind(text: string): SourceNote["kind"] | undefined {
  return NOTE_KINDS.find(([word]) => word.test(text))?.[1];
}

const SOUNDS_CLOSED =
  /^\W*(closed?|completed?|resolved|cancell?ed|done|solved|geschlossen|abgeschlossen|erledigt|gelöst|storniert)\b/iu;

/** Where an export has neither a closed flag nor a closing date, the status's name is all there is. */
export function soundsClosed(status: string): boolean {
  return SOUNDS_CLOSED.test(status.trim());
}
