// English: what a run waits for, and what a rollback keeps and leaves.
import type { WorkSayings } from "../../../engine/model/sayings/working.ts";
import type { TextsOf } from "../../say.ts";
import { list, some, time } from "../formats.ts";

const who = { teammate: "A teammate", customer: "The contact", bot: "A bot" } as const;

export const workSayings: TextsOf<WorkSayings, string> = {
  waits_for_quota: ({ seconds }) => `Intercom's quota is used up; going on in ${seconds} s.`,
  waits_for_search: ({ records }) =>
    `${some(records, "record waits", "records wait")} until Intercom's search shows whether a write whose answer was lost was applied.`,
  attributes_archived: ({ named }) =>
    `Intercom archives attribute definitions and never deletes them${named ? ": their names stay among the archived ones" : ""}.`,
  attributes_in_use: ({ model }) => `Attributes of ${model} records stay: records that were kept use them.`,
  numbers_remain: ({ certain }) =>
    certain
      ? "Intercom keeps the reporting numbers of deleted conversations: the token lacks the scope delete_conversations_and_metrics."
      : "Reporting numbers of deleted conversations stay where the token lacks the scope to delete them.",
  needed_by_kept: () => "Records that were kept belong to it.",
  before_unknown: () => "It existed before, and how it was is not known.",
  article_published_since: () => "People published it.",
  article_changed_since: ({ at }) => `People changed it after the import (${time(at)}).`,
  collection_in_use: () => "Something that is kept or that people made is in it.",
  worked_in: (args) => `${who[args.who]} worked in it after the import (${args.partType}, ${time(args.at)}).`,
  other_conversation_kept: ({ conversationId }) =>
    `Its ticket's conversation ${conversationId} is kept: people worked there after the import.`,
  changed_since: ({ fields }) => `People changed it after the import (${list(fields)}).`,
  fields_changed_since: ({ fields }) => `People changed fields after the import: ${list(fields)}.`,
  conversation_hangs_on: ({ conversationId }) =>
    `Conversation ${conversationId} hangs on it and would be deleted with it.`,
};
