// Numbers, yes and no, and the words of lists, as exports in English and German write them.
import type { SourceNote, SourceTimeEntry } from "../../../model/source/source.ts";
import { plainCaption } from "../columns/captions.ts";

/** Undefined for no number. `decimalComma`: the file is divided by semicolons, as where the comma is the decimal sign. */
export function readNumber(text: string, decimalComma: boolean): number | undefined {
  // Accounting writes what is less than nothing in brackets.
  const negative = /^\(\s*([^()]+)\)$/.exec(text.trim());
  if (negative?.[1]) {
    const value = readNumber(negative[1], decimalComma);
    return value === undefined ? undefined : -value;
  }
  const plain = text.replace(/[\s\u00a0'’]|[$€£]|(?:USD|EUR|GBP|h|hrs?|hours?|Std\.?)$/gi, "");
  const lastComma = plain.lastIndexOf(",");
  const lastPoint = plain.lastIndexOf(".");
  const both = lastComma >= 0 && lastPoint >= 0;
  // The last of two signs is the decimal one; a lone comma before three digits divides thousands in English only.
  const thousands = /^-?\d{1,3}(,\d{3})+$/.test(plain) && !decimalComma;
  const comma = both ? lastComma > lastPoint : lastComma >= 0 && !thousands;
  const normal = comma ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", "");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(normal) ? Number(normal) : undefined;
}

/** `1:30` as well as `1.5`. */
export function readHours(text: string, decimalComma: boolean): number | undefined {
  const clock = /^(-?)(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(text.trim());
  if (!clock) return readNumber(text, decimalComma);
  const hours = Number(clock[2]) + Number(clock[3]) / 60 + Number(clock[4] ?? 0) / 3600;
  return Math.round((clock[1] ? -hours : hours) * 10_000) / 10_000;
}

const YES = new Set("true t yes y 1 -1 1.0 x ja j wahr oui vrai sí si sim on".split(" "));
const NO = new Set("false f no n 0 0.0 nein falsch non faux não nao nee off".split(" "));

/** What tools write where nothing is: NULL of databases, N/A of people. */
export const saysNothing = (text: string): boolean =>
  /^(?:\(?null\)?|\\n|#?n\/a|nan|\(blank\)|-{1,3}|[–—])$/i.test(text);

/** In a cell that should hold a date, a number or an id, these say nothing either. */
export const saysNoValue = (text: string): boolean =>
  saysNothing(text) || /^(?:na|none|nil|undefined|not set|n\.a\.|0000-00-00.*)$/i.test(text);

export function readFlag(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

const BILLABLE: Readonly<Record<string, SourceTimeEntry["billableOption"]>> = {
  b: "Billable",
  nb: "DoNotBill",
  nc: "NoCharge",
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
  /^\W*(?:[xz]{1,2}[\W_]+|\d+[\W_]+)?(closed?|completed?|resolved|cancell?ed|done|solved|geschlossen|abgeschlossen|erledigt|gelöst|storniert)\b/iu;

/** Where an export has neither a closed flag nor a closing date, the status's name is all there is. */
export function soundsClosed(status: string): boolean {
  return SOUNDS_CLOSED.test(status.trim());
}
