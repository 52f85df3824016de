// What an older version wrote in another way is no edit: its parts keep the digest that the journal has of them.
import type { DesiredConversation, DesiredPart } from "../../model/desired.ts";
import type { Applied } from "../../model/operation.ts";
import { printStep } from "../../model/step.ts";

/**
 * The conversation as the journal knows it: a part that an older version wrote to another audience, or with more words,
 * keeps its digest of then, and one whose text stands within such a part is left out. Otherwise the first delta after an
 * upgrade would tell every one of them again.
 */
export function asWritten(desired: DesiredConversation, applied: Applied): DesiredConversation {
  const digestOf = (key: string) => {
    const step = applied.get(printStep({ kind: "part", key }));
    return step?.state === "done" ? step.contentHash : undefined;
  };
  const standsWithin = ({ key, within }: DesiredPart) =>
    within !== undefined &&
    digestOf(key) === undefined &&
    within.digests.includes(digestOf(within.key) ?? "");
  if (!desired.parts.some(({ formerly, within }) => formerly ?? within)) return desired;
  const parts = desired.parts
    .filter((part) => !standsWithin(part))
    .map((part) => {
      const digest = digestOf(part.key);
      return digest !== undefined && part.formerly?.includes(digest) ? { ...part, digest } : part;
    });
  return { ...desired, parts };
}
