// The teams that only people can create.

import type { Words } from "../../../words/words.ts";
import { actions, bullets, button, type Card, context, header, section } from "../../blocks/block.ts";
import { fitMessage } from "../../blocks/fit-message.ts";
import { escapeMrkdwn } from "../../blocks/limits.ts";
import type { CardData } from "../../cards/card-data.ts";
import type { StateOf } from "../../conversation/state.ts";

export function buildTeamsCard(state: StateOf<"teams">, data: CardData, words: Words): Card {
  const text = words.teams;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  const missing = data.missingTeams;
  const names = (missing ?? []).slice(0, 40).map((name) => escapeMrkdwn(name, 255));
  return {
    text: text.title,
    blocks: fitMessage(
      [
        header(text.title),
        section(names.length > 0 ? `${text.ask}\n${bullets(names)}` : missing ? text.ready : text.none),
        context(text.next),
        actions(
          button(text.check, "teams.check", value, { style: "primary" }),
          button(words.plan.back, "plan.back", value),
        ),
      ],
      words.shortened,
    ),
  };
}
