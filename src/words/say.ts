// Finds the text of what the engine says; a code of a newer version, or prose that an older one stored, is shown too.
import type { ErrorArguments } from "../engine/model/sayings/error-arguments.ts";
import type { FindingArguments } from "../engine/model/sayings/findings.ts";
import type { Inner } from "../engine/model/sayings/one-of.ts";
import type { Sayings } from "../engine/model/sayings/saying.ts";

/** What happened and what to do, one sentence or two each. */
export interface Explained {
  readonly message: string;
  readonly remedy: string;
}

/** How a language says what the engine says. */
export interface Telling {
  /** Plain text is what an older version stored. */
  readonly say: (saying: Inner | string) => string;
  readonly explain: (error: Inner) => Explained;
  /** What a check of the preflight found. */
  readonly finding: (finding: Inner) => Explained;
}

/** Texts of one catalogue `{ code: arguments }`; a language that lacks one does not compile. */
export type TextsOf<Catalogue, Text> = {
  readonly [Code in keyof Catalogue]: (args: Catalogue[Code], tell: Telling) => Text;
};

type AnyText<Text> = ((args: unknown, tell: Telling) => Text) | undefined;

function textOf<Text>(texts: object, code: string): AnyText<Text> {
  return Object.hasOwn(texts, code) ? (texts as Readonly<Record<string, AnyText<Text>>>)[code] : undefined;
}

export interface Texts {
  readonly sayings: TextsOf<Sayings, string>;
  readonly errors: TextsOf<ErrorArguments, Explained>;
  readonly findings: TextsOf<FindingArguments, Explained>;
  readonly ofProse?: (text: string) => string;
}

export function makeTelling({ sayings, errors, findings, ofProse = (text) => text }: Texts): Telling {
  const explainBy =
    (texts: object) =>
    ({ code, args }: Inner): Explained =>
      textOf<Explained>(texts, code)?.(args ?? {}, tell) ?? { message: code, remedy: "" };
  const tell: Telling = {
    say: (saying) =>
      typeof saying === "string"
        ? ofProse(saying)
        : (textOf<string>(sayings, saying.code)?.(saying.args ?? {}, tell) ?? saying.code),
    explain: explainBy(errors),
    finding: explainBy(findings),
  };
  return tell;
}
