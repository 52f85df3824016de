// The terms that a customer confirms by a button, and their hash.
import { contentHash } from "../../../engine/model/hash.ts";
import type { Words } from "../../../words/words.ts";
import { actions, bullets, button, type Card, context, header, section } from "../../blocks/block.ts";
import { escapeMrkdwn } from "../../blocks/limits.ts";
import type { CardData } from "../../cards/card-data.ts";
import type { StateOf } from "../../conversation/state.ts";

/** What the approval of the terms is bound to: their very words. */
export const termsHash = (words: Words): string => contentHash([words.terms.lines, words.welcome.truths]);

export function buildTermsCard(state: StateOf<"terms">, data: CardData, words: Words): Card {
  const text = words.terms;
  const { connected } = data;
  const value = { m: data.migration.id, s: state.step, h: data.termsHash };
  return {
    text: text.title,
    blocks: [
      header(text.title),
      ...(connected
        ? [
            section(
              text.connectedTo(
                escapeMrkdwn(connected.source.title),
                escapeMrkdwn(connected.production.name),
                connected.staging ? escapeMrkdwn(connected.staging.name) : undefined,
              ),
            ),
          ]
        : []),
      section(bullets(text.lines)),
      context(text.next),
      actions(button(text.agree, "terms.agree", value, { style: "primary" })),
    ],
  };
}
