// German: what a run waits for, and what a rollback keeps and leaves.
import type { WorkSayings } from "../../../engine/model/sayings/working.ts";
import type { TextsOf } from "../../say.ts";
import { list, some, time } from "../formats.ts";
import { ofMany } from "./nouns.ts";

const who = { teammate: "Ein Teammitglied", customer: "Der Kontakt", bot: "Ein Bot" } as const;

export const workSayings: TextsOf<WorkSayings, string> = {
  waits_for_quota: ({ seconds }) => `Das Kontingent bei Intercom ist aufgebraucht; weiter in ${seconds} s.`,
  waits_for_search: ({ records }) =>
    `${some(records, "Datensatz wartet", "Datensätze warten")}, bis die Suche von Intercom zeigt, ob ein Schreibvorgang ohne Antwort gewirkt hat.`,
  attributes_archived: ({ named }) =>
    `Intercom archiviert Attribute und löscht sie nie${named ? ": Ihre Namen bleiben bei den archivierten" : ""}.`,
  attributes_in_use: ({ model }) =>
    `Die Attribute von ${ofMany(model)} bleiben: Behaltene Datensätze nutzen sie.`,
  numbers_remain: ({ certain }) =>
    certain
      ? "Intercom behält die Zahlen gelöschter Unterhaltungen in seinen Berichten: Dem Token fehlt der Scope delete_conversations_and_metrics."
      : "Die Zahlen gelöschter Unterhaltungen bleiben in den Berichten, wo dem Token das Recht zum Löschen fehlt.",
  needed_by_kept: () => "Behaltene Datensätze gehören dazu.",
  before_unknown: () => "Es gab sie vorher, und wie sie war, ist nicht bekannt.",
  article_published_since: () => "Jemand hat ihn veröffentlicht.",
  article_changed_since: ({ at }) => `Jemand hat ihn nach dem Umzug geändert (${time(at)}).`,
  collection_in_use: () => "Es liegt etwas darin, das bleibt oder das Menschen angelegt haben.",
  worked_in: (args) =>
    `${who[args.who]} hat nach dem Umzug darin gearbeitet (${args.partType}, ${time(args.at)}).`,
  other_conversation_kept: ({ conversationId }) =>
    `Unterhaltung ${conversationId} desselben Tickets bleibt: Dort wurde nach dem Umzug gearbeitet.`,
  changed_since: ({ fields }) => `Jemand hat nach dem Umzug etwas geändert (${list(fields)}).`,
  fields_changed_since: ({ fields }) => `Jemand hat nach dem Umzug Felder geändert: ${list(fields)}.`,
  conversation_hangs_on: ({ conversationId }) =>
    `Unterhaltung ${conversationId} hängt daran und würde mit gelöscht.`,
};
