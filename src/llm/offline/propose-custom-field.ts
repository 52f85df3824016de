// Custom fields → attributes: by ConnectWise's type, by what the caption means, by the shape of the sampled values.
import { findUnfit } from "../../engine/field-map/fits-type.ts";
import { type FieldRule, fieldRule } from "../../engine/field-map/schema.ts";
import type { CustomFieldSurvey } from "../../engine/model/survey.ts";
import { isYesOrNo, valueSensitivity } from "../../engine/values/sensitive/looks-sensitive.ts";
import { nameSensitivity } from "../../engine/values/sensitive/name-sensitivity.ts";

type AttributeTarget = Extract<FieldRule["target"], { kind: "attribute" }>;
type Guess = {
  readonly type: AttributeTarget["type"] | "note";
  readonly confidence: number;
  readonly reason: string;
};

const MODEL = { company: "company", contact: "contact", ticket: "conversation" } as const;
const PREFIX = { company: "Account_", contact: "", ticket: "" } as const;
const MAX_NAME = 100;

/** `usedNames`: attribute names that are taken, lower case; the proposed one is added to it. */
export function proposeCustomField(field: CustomFieldSurvey, usedNames: Set<string>): FieldRule {
  const { id, object, caption } = field;
  const base = {
    id: `${object}:customFields.${id}`,
    object,
    source: `customFields.${id}`,
    origin: "offline" as const,
    decided: false,
  };
  if (/^password$/i.test(field.type) || field.type === "Button") {
    const reason =
      field.type === "Button" ? "A button holds no value." : "Passwords are never read nor moved.";
    return { ...base, target: null, confidence: 1, reason, decided: true };
  }
  const kept = whyKeptBack(field);
  if (kept !== undefined) return { ...base, target: null, confidence: 0.6, reason: kept };
  const guess = keepReadable(guessType(field), field);
  if (guess.type === "note") {
    return { ...base, target: { kind: "note" }, confidence: guess.confidence, reason: guess.reason };
  }
  const name = attributeName(`${PREFIX[object]}${caption}`, id, usedNames);
  const options = guess.type === "list" ? cleanOptions(field.options) : [];
  return fieldRule.parse({
    ...base,
    target: { kind: "attribute", model: MODEL[object], name, type: guess.type, options },
    confidence: guess.confidence,
    reason: guess.reason,
  });
}

/**
 * A field for what people keep secret, or for protected data of persons, by its caption or by what it holds.
 * “Password reset done” with yes and no holds none.
 */
function whyKeptBack({ caption, type, options, samples }: CustomFieldSurvey): string | undefined {
  const values = samples.filter((sample) => sample.trim() !== "");
  const named = nameSensitivity(caption);
  const held = valueSensitivity(values);
  const answers = values.length > 0 && values.every(isYesOrNo);
  const canHoldSecret = options.length === 0 && !/^(?:checkbox|date)$/i.test(type);
  if (named === "secret" && canHoldSecret && !answers)
    return "Its name says that it holds a secret: it stays behind unless you say otherwise.";
  if (held === "secret") return "Its values look like secrets: it stays behind unless you say otherwise.";
  if (named === "personal" || held === "personal")
    return "It holds protected data of persons: it stays behind unless you say otherwise.";
  return undefined;
}

/** A type that would lose a value that was seen ("1,5", "soon") gives way to text. */
function keepReadable(guess: Guess, { samples }: CustomFieldSurvey): Guess {
  if (guess.type === "note") return guess;
  const [unfit] = findUnfit(samples, guess.type);
  if (unfit === undefined) return guess;
  return {
    type: "string",
    confidence: 0.7,
    reason: `Not every value can be read as ${guess.type}: kept as text, as it is.`,
  };
}

function guessType(field: CustomFieldSurvey): Guess {
  const { type, object, caption, samples } = field;
  const options = cleanOptions(field.options);
  if (samples.some((sample) => sample.length > 255) || /^textarea$/i.test(type)) return guessLong(field);
  // Intercom takes 250 options here and wants two at least: what is outside stays text.
  if (options.length >= 2 && options.length <= 250) {
    return { type: "list", confidence: 0.92, reason: "ConnectWise offers a list of values for it." };
  }
  switch (type.toLowerCase()) {
    case "checkbox":
      return { type: "boolean", confidence: 0.97, reason: "It is a checkbox." };
    case "date":
      return {
        type: "datetime",
        confidence: 0.95,
        reason: "It is a date; Intercom shows it with a time of day.",
      };
    case "number":
      // An integer attribute would refuse the first value with decimals that the samples did not show.
      return { type: "decimal", confidence: 0.93, reason: "It is a number." };
    case "percent":
      return { type: "decimal", confidence: 0.92, reason: "It is a percentage, kept as a number." };
    case "currency":
      return { type: "decimal", confidence: 0.9, reason: "It is an amount; the currency sign is not kept." };
    case "hyperlink":
    case "ipaddress":
    case "phonenumber":
      return { type: "string", confidence: 0.95, reason: `${type} is kept as text.` };
  }
  return guessByShape(caption, samples, object);
}

function guessLong({ object, type }: CustomFieldSurvey): Guess {
  const why = /^textarea$/i.test(type)
    ? "It is a text of several lines"
    : "Some values are longer than 255 characters";
  return object === "ticket"
    ? { type: "note", confidence: 0.82, reason: `${why}: whole in an internal note.` }
    : {
        type: "string",
        confidence: 0.5,
        reason: `${why}: an attribute cuts it at 255 characters, and says so.`,
      };
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?$/;
const YES_NO = /^(?:yes|no|true|false|ja|nein|y|n|on|off)$/i;
const isDecimal = (sample: string) => /^[+-]?\d{1,9}(?:\.\d+)?$/.test(sample.trim());

/** Captions that name something kept as text, however numeric its values look. */
const IDENTIFIER =
  /\b(?:number|nr|no|nummer|id|code|serial|ticket|account|konto|phone|telefon|tel|zip|plz|po|ref|version|tag)\b|#/i;
const DATE_WORDS = /\b(?:date|datum|until|bis|end|ende|expir\w*|ablauf\w*|due|fällig|since|seit)\b/i;

function guessByShape(caption: string, samples: readonly string[], object: string): Guess {
  const values = samples.map((sample) => sample.trim()).filter((sample) => sample !== "");
  if (values.length === 0) {
    return { type: "string", confidence: 0.8, reason: "No value was seen; text takes whatever comes." };
  }
  if (IDENTIFIER.test(caption))
    return { type: "string", confidence: 0.9, reason: "It names something: kept as text." };
  if (values.length >= 3 && values.every((value) => ISO_DATE.test(value))) {
    const confidence = DATE_WORDS.test(caption) ? 0.88 : 0.7;
    return { type: "datetime", confidence, reason: "All sampled values are dates." };
  }
  if (values.length >= 2 && values.every((value) => YES_NO.test(value))) {
    return { type: "boolean", confidence: 0.72, reason: "All sampled values are yes or no." };
  }
  if (values.length >= 3 && values.every(isDecimal)) {
    return {
      type: "string",
      confidence: 0.7,
      reason: "The values look like numbers, yet the field is text: kept as text.",
    };
  }
  return { type: "string", confidence: 0.93, reason: `It is a text of the ${object}.` };
}

function cleanOptions(options: readonly string[]): string[] {
  return [
    ...new Set(
      options.map((option) => option.trim()).filter((option) => option !== "" && option.length <= 255),
    ),
  ];
}

/** `Vendor Ticket Number` → `Vendor_Ticket_Number__c`; a name that is taken gets the field's id. */
function attributeName(caption: string, id: string, used: Set<string>): string {
  const words = caption
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  const stem = [...(words || "Custom_Field")].slice(0, MAX_NAME).join("");
  const safeId = id.replace(/[^\p{L}\p{N}]+/gu, "_").slice(0, 40);
  const candidates = [`${stem}__c`, `${stem}_${safeId}__c`];
  const free =
    candidates.find((name) => !used.has(name.toLowerCase())) ?? `${stem}_${safeId}_${used.size}__c`;
  used.add(free.toLowerCase());
  return free;
}
