// What a plan amounts to, in one line: the same figures on the cutover's card, on Home and to the account manager in person.
import type { Plan } from "../../engine/model/plan.ts";
import type { Words } from "../../words/words.ts";
import { listThings } from "./rollback-modal.ts";

const written = ({ create, update }: Plan["objects"]["company"]): number => create + update;

export function formatFigures(plan: Plan, words: Words): string {
  const { conversation, contact, company } = plan.objects;
  const counts = {
    conversation: written(conversation),
    contact: written(contact),
    company: written(company),
  };
  return words.cutover.figures(
    listThings(counts, words),
    plan.losses.length,
    plan.warnings.length,
    plan.estimatedSeconds,
  );
}
