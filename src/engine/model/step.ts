// The steps that a record is written in, and the names that the journal keeps them by. Only this file takes a name apart.

/** One write of a record, stable over runs: the same step with other content is a later version of the same write. */
export type Step =
  | { readonly kind: (typeof PLAIN)[number] }
  /** A message, by the key of its part. */
  | { readonly kind: "part"; readonly key: string }
  /** A note that tells of an edit of a message; `version`: eight digits of the new content's digest. */
  | { readonly kind: "revision"; readonly key: string; readonly version: string }
  /** A contact's attachment to a company of the source. */
  | { readonly kind: "company"; readonly companyId: string }
  /** An option of a list attribute. */
  | { readonly kind: "option"; readonly option: string };

const PLAIN = ["create", "attributes", "team", "admin", "state", "unarchive", "name", "links"] as const;

export function printStep(step: Step): string {
  switch (step.kind) {
    case "part":
      return `part:${step.key}`;
    case "revision":
      return `part:${step.key}:revision:${step.version}`;
    case "company":
      return `company:${step.companyId}`;
    case "option":
      return `option:${step.option}`;
    default:
      return step.kind;
  }
}

const REVISION = /^(.*):revision:([0-9a-f]{8})$/s;

/** Undefined for a name that no version of ours has written. */
export function parseStep(name: string): Step | undefined {
  const plain = PLAIN.find((one) => one === name);
  if (plain !== undefined) return { kind: plain };
  const at = name.indexOf(":");
  const [kind, rest] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)];
  if (kind === "company") return { kind, companyId: rest };
  if (kind === "option") return { kind, option: rest };
  if (kind !== "part") return undefined;
  const [, key, version] = REVISION.exec(rest) ?? [];
  return key === undefined || version === undefined
    ? { kind, key: rest }
    : { kind: "revision", key, version };
}

/** `own`: our own notes about a ticket, which no record of the source stands behind. */
export type PartOrigin =
  | { readonly kind: "note" | "time" | "files"; readonly id: string }
  | { readonly kind: "own" };

/** Where a message comes from: `note:17` and its further pieces `note:17:2` are of note 17. */
export function originOf(key: string): PartOrigin {
  const [, kind, id] = /^(note|time|files):([^:]+)/.exec(key) ?? [];
  return id === undefined ? { kind: "own" } : { kind: kind as "note" | "time" | "files", id };
}
