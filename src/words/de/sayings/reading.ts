// German: what could not be read of a source.
import type { ReadingSayings } from "../../../engine/model/sayings/reading.ts";
import type { TextsOf } from "../../say.ts";
import { count, some } from "../formats.ts";
import { many, one } from "./nouns.ts";

const parts: Readonly<Record<ReadingSayings["part_unreadable"]["part"], string>> = {
  workflows: "Workflows",
  scripts: "Die Skripte von Automate",
  calendars: "Kalender",
  "sla-use": "Die Nutzung der SLAs",
  automations: "Die Automatisierungen",
  slas: "Die SLAs",
  boards: "Die Boards",
  projects: "Die Projekte",
  configurations: "Die Configurations",
};

export const readingSayings: TextsOf<ReadingSayings, string> = {
  record_unreadable: ({ type, id, reason }, { say }) =>
    `${one(type)} ${id} war nicht zu lesen: ${say(reason)}.`,
  row_of_path_unreadable: ({ path, id, reason }, { say }) =>
    `Zeile ${id} von ${path} war nicht zu lesen: ${say(reason)}.`,
  type_unreadable: ({ type, error }, { explain }) => {
    const { message, remedy } = explain(error);
    return `${many(type)} waren nicht zu lesen: ${message} ${remedy}`;
  },
  part_unreadable: ({ part, error, late, kept }, { explain }) => {
    const told = error && explain(error);
    const why = told
      ? `${told.message} ${told.remedy}`
      : late
        ? "Die Quelle hat zwei Minuten lang nicht geantwortet."
        : "Etwas Unerwartetes ist geschehen; das Protokoll hat es.";
    return `${parts[part]} waren nicht zu lesen: ${why}${kept ? " Gezeigt wird, was früher gelesen wurde." : ""}`;
  },
  no_automations: ({ source }) =>
    `${source} nennt seine Workflows nicht: Das tut nur die API von ConnectWise.`,
  too_many_pairs: ({ boards, slas }) =>
    `${some(boards, "Board", "Boards")} und ${some(slas, "SLA", "SLAs")} sind zu viele, um ihre Tickets paarweise zu zählen.`,
  secret_fields: ({ captions }) =>
    `Eigene Felder, die als Geheimnisse nie gelesen werden: ${captions.map((caption) => `„${caption}“`).join(", ")}.`,
  right_too_small: ({ module, level }) =>
    `Das Recht des API-Mitglieds auf ${module} ist ${level}; nötig ist All, sonst fehlen Datensätze, ohne dass es jemand sagt.`,
  right_custom: ({ module }) =>
    `Das Recht des API-Mitglieds auf ${module} lässt sich in ConnectWise einschränken: Prüfen Sie, dass nichts ausgenommen ist.`,
  board_closed_to_us: ({ board }) =>
    `Die Tickets des Boards „${board}“ dürfen nicht gelesen werden; sie blieben weg.`,
  count_differs: ({ type, counted, shown }) =>
    `Die Quelle zählt ${some(counted, one(type), many(type))} und zeigt ${count(shown)}: Ein Recht fehlt.`,
};
