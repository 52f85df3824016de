// Writes a record again without the field that Intercom refused: one phone number must not cost a contact its tickets.
import type { CutoverError } from "../../../errors.ts";
import type { LeftOff } from "../../../model/reports/left-off.ts";
import type { IntercomAnswer, Refused } from "../api/client.ts";
import { type ListedError, readErrorList } from "../api/explain-answer.ts";

export type Field = LeftOff["field"];

/** What is surely not applied and may be about one field. */
export const REFUSALS = [400, 409, 422] as const;

/** How Intercom may name a field in its words, where it names none beside them. */
const WORDS: Readonly<Record<Field, RegExp>> = {
  phone: /\bphone\b/i,
  email: /\be-?mail\b/i,
  website: /\b(website|url)\b/i,
  name: /\bname\b/i,
};

/** A refusal that names nothing is tried without these, in this order: who refuses a contact refuses its tickets. */
const GUESSED: readonly Field[] = ["phone", "email"];

export const isAmbiguous = ({ refused }: Refused): boolean => {
  const listed = readErrorList(refused);
  return listed?.code === "conflict" && !/\bid=/.test(listed.message);
};

function suspects(listed: ListedError | undefined, present: readonly Field[]): readonly Field[] {
  if (listed?.field) return present.filter((field) => field === listed.field);
  const named = present.filter((field) => WORDS[field].test(listed?.message ?? ""));
  if (named.length > 0) return named;
  // It speaks of something else of ours.
  if (/attribute|created_at|external_id|user_id|company/i.test(listed?.message ?? "")) return [];
  return GUESSED.filter((field) => present.includes(field));
}

export type Attempt<T> = (without: ReadonlySet<Field>) => Promise<IntercomAnswer<T> | Refused>;

export interface Written<T> {
  readonly answer: IntercomAnswer<T>;
  readonly leftOff: readonly LeftOff[];
}

/**
 * A duplicate that names its id comes back as it is. Each other refusal is followed by one request without a field, at most one a field; a refused request was not applied.
 * Throws `explain` of the first refusal when no field explains it.
 */
export async function writeWithoutRefused<T>(
  first: IntercomAnswer<T> | Refused,
  present: readonly Field[],
  attempt: Attempt<T>,
  explain: (refused: Refused) => CutoverError,
): Promise<Written<T> | Refused> {
  if (!("refused" in first)) return { answer: first, leftOff: [] };
  let answer: IntercomAnswer<T> | Refused = first;
  const leftOff: LeftOff[] = [];
  while ("refused" in answer) {
    if (answer.status === 409 && !isAmbiguous(answer)) return answer;
    const refused: Refused = answer;
    const found = await findField(present, leftOff, refused, attempt);
    if (found === undefined) throw explain(first);
    leftOff.push(found.left);
    answer = found.answer;
  }
  return { answer, leftOff };
}

/** The first field without which it is taken, or refused for another reason. */
async function findField<T>(
  present: readonly Field[],
  leftOff: readonly LeftOff[],
  refused: Refused,
  attempt: Attempt<T>,
): Promise<{ readonly left: LeftOff; readonly answer: IntercomAnswer<T> | Refused } | undefined> {
  const listed = readErrorList(refused.refused);
  const gone = leftOff.map(({ field }) => field);
  const ambiguous = isAmbiguous(refused);
  const left = present.filter((field) => !gone.includes(field));
  const fields = ambiguous ? left.filter((field) => field === "email") : suspects(listed, left);
  for (const field of fields) {
    const answer = await attempt(new Set([...gone, field]));
    const same = "refused" in answer && sameRefusal(answer, refused);
    if (same) continue;
    const why = ambiguous ? "ambiguous" : "refused";
    return { left: { field, why, said: (listed?.message ?? "").slice(0, 200) }, answer };
  }
  return undefined;
}

function sameRefusal(one: Refused, other: Refused): boolean {
  const [left, right] = [readErrorList(one.refused), readErrorList(other.refused)];
  return one.status === other.status && left?.message === right?.message;
}
