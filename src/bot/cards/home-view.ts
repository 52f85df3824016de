// Home: every migration that a person may see, where it is, whom it waits for, and a button that starts one.

import type { Migration } from "../../engine/model/migration.ts";
import type { Plan } from "../../engine/model/plan.ts";
import type { Words } from "../../words/words.ts";
import {
  actions,
  type Block,
  context,
  divider,
  header,
  plain,
  section,
  sectionWith,
} from "../blocks/block.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";
import { HOME_OPEN, HOME_START } from "../conversation/action-ids.ts";
import type { ConversationState } from "../conversation/state.ts";
import { waitsFor } from "../conversation/waiting.ts";
import { formatWaiting } from "./answers.ts";
import { explainHalt } from "./explain-halt.ts";
import { formatFigures } from "./plan-figures.ts";

export interface HomeEntry {
  readonly migration: Migration;
  readonly state: ConversationState;
  /** False when its channel is gone, or closed to us. */
  readonly isReachable: boolean;
  /** It waits for whoever reads this. */
  readonly isReaders?: boolean;
  /** What is to be approved. */
  readonly plan?: Plan;
  /** Of the message that waits. */
  readonly link?: string;
}

/** A view of at most 100 blocks: three an entry. */
const SHOWN = 30;

function buildEntry(
  { migration, state, isReachable, isReaders, plan, link }: HomeEntry,
  index: number,
  words: Words,
): Block[] {
  const { channel } = migration;
  const standing = state.halt
    ? words.status.halted(explainHalt(state.halt, words))
    : formatWaiting(waitsFor(state), words);
  const text = [
    words.status.headline(escapeMrkdwn(migration.title), words.where(state.step)),
    isReaders ? `${words.status.waitsForYou}${state.halt ? ` ${standing}` : ""}` : standing,
    ...(plan ? [formatFigures(plan, words)] : []),
    ...(isReachable ? [] : [words.home.unreachable]),
  ].join("\n");
  const open = {
    type: "button",
    action_id: `${HOME_OPEN}#${index}`,
    text: plain(words.home.open, 75),
    url: link,
  };
  return [
    isReachable && link ? sectionWith(text, open) : section(text),
    ...(channel ? [context(words.home.channel(`<#${channel.id}>`))] : []),
    divider,
  ];
}

export function buildHomeView(
  entries: readonly HomeEntry[],
  words: Words,
  notice?: string,
): Readonly<{ type: "home"; blocks: readonly Block[] }> {
  // What waits for the reader comes first.
  const ordered = [
    ...entries.filter(({ isReaders }) => isReaders),
    ...entries.filter(({ isReaders }) => !isReaders),
  ];
  const rest = entries.length - SHOWN;
  const start = { type: "button", action_id: HOME_START, text: plain(words.home.start, 75) };
  return {
    type: "home",
    blocks: [
      header(words.home.title),
      ...(notice === undefined ? [] : [section(notice)]),
      ...(entries.length > 0
        ? ordered.slice(0, SHOWN).flatMap((entry, index) => buildEntry(entry, index, words))
        : [section(words.home.none)]),
      ...(rest > 0 ? [context(words.survey.more(rest))] : []),
      actions(start),
      section(`*${words.home.help}*\n${words.help.join("\n")}`),
    ],
  };
}
