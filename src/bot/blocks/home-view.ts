// Home: every migration that a person may see, where it is, and whom it waits for.
import type { Migration } from "../../engine/model/migration.ts";
import type { ConversationState } from "../conversation/state.ts";
import { waitsFor } from "../conversation/waiting.ts";
import type { Words } from "../words/words.ts";
import { sayWaiting } from "./answers.ts";
import { type Block, context, divider, header, section } from "./block.ts";
import { escapeMrkdwn } from "./limits.ts";

export interface HomeEntry {
  readonly migration: Migration;
  readonly state: ConversationState;
}

/** A view of at most 100 blocks: three an entry. */
const SHOWN = 30;

export function buildHomeView(
  entries: readonly HomeEntry[],
  words: Words,
): Readonly<{ type: "home"; blocks: readonly Block[] }> {
  const blocks = entries.slice(0, SHOWN).flatMap(({ migration, state }) => {
    const standing = state.halt
      ? words.status.halted(escapeMrkdwn(state.halt.message), escapeMrkdwn(state.halt.remedy))
      : sayWaiting(waitsFor(state), words);
    const { channel } = migration;
    return [
      section(
        `${words.status.headline(escapeMrkdwn(migration.title), words.where(state.step))}\n${standing}`,
      ),
      ...(channel ? [context(words.home.channel(`<#${channel.id}>`))] : []),
      divider,
    ];
  });
  const rest = entries.length - SHOWN;
  return {
    type: "home",
    blocks: [
      header(words.home.title),
      ...(entries.length > 0 ? blocks : [section(words.home.none)]),
      ...(rest > 0 ? [context(words.survey.more(rest))] : []),
      section(`*${words.home.help}*\n${words.help.join("\n")}`),
    ],
  };
}
