// English: what could not be read of a source.
import type { ReadingSayings } from "../../../engine/model/sayings/reading.ts";
import type { TextsOf } from "../../say.ts";
import { count, some } from "../formats.ts";
import { many, one } from "./nouns.ts";

const parts: Readonly<Record<ReadingSayings["part_unreadable"]["part"], string>> = {
  workflows: "Workflows",
  scripts: "Automate's scripts",
  calendars: "Calendars",
  "sla-use": "The use of SLAs",
  automations: "The automations",
  slas: "The SLAs",
  boards: "The boards",
  projects: "The projects",
  configurations: "The configurations",
};

export const readingSayings: TextsOf<ReadingSayings, string> = {
  record_unreadable: ({ type, id, reason }, { say }) =>
    `The ${one(type)} ${id} could not be read: ${say(reason)}.`,
  row_of_path_unreadable: ({ path, id, reason }, { say }) =>
    `The row ${id} of ${path} could not be read: ${say(reason)}.`,
  type_unreadable: ({ type, error }, { explain }) => {
    const { message, remedy } = explain(error);
    return `The ${many(type)} could not be read: ${message} ${remedy}`;
  },
  part_unreadable: ({ part, error, late, kept }, { explain }) => {
    const told = error && explain(error);
    const why = told
      ? `${told.message} ${told.remedy}`
      : late
        ? "The source did not answer within two minutes."
        : "Something unexpected happened; the log has it.";
    return `${parts[part]} could not be read: ${why}${kept ? " What was read before is shown." : ""}`;
  },
  no_automations: ({ source }) => `${source} does not tell its workflows: only ConnectWise's API does.`,
  too_many_pairs: ({ boards, slas }) =>
    `${some(boards, "board", "boards")} and ${some(slas, "SLA", "SLAs")} are too many to count their tickets pair by pair.`,
  secret_fields: ({ captions }) =>
    `Custom fields that are never read, being secrets: ${captions.map((caption) => `“${caption}”`).join(", ")}.`,
  right_too_small: ({ module, level }) =>
    `The API member's right to ${module} is ${level}; it needs All, or records are silently left out.`,
  right_custom: ({ module }) =>
    `The API member's right to ${module} can be customized in ConnectWise: check that nothing is taken out of it.`,
  board_closed_to_us: ({ board }) =>
    `The tickets of board “${board}” may not be read; they would be left out.`,
  count_differs: ({ type, counted, shown }) =>
    `The source counts ${some(counted, one(type), many(type))} and shows ${count(shown)}: a right is missing.`,
};
