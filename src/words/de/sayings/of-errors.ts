// German: what an error or a conflict says among other sentences.
import type { ErrorSayings } from "../../../engine/model/sayings/of-errors.ts";
import type { TextsOf } from "../../say.ts";
import { list, time } from "../formats.ts";

const fields = { state: "der Zustand", assignee: "die Zuständigen" } as const;

export const errorSayings: TextsOf<ErrorSayings, string> = {
  of_error: ({ error, withRemedy }, { explain }) => {
    const { message, remedy } = explain(error);
    return withRemedy ? `${message} ${remedy}`.trim() : message;
  },
  both_sides_changed: ({ what, partType, at, kept }) =>
    `Jemand hat in Intercom an dieser Unterhaltung gearbeitet (${partType}, ${time(at)}), und ihr Ticket hat sich in ConnectWise geändert: ${list(what.map((one) => fields[one]))} aus Intercom ${what.length === 1 && what[0] === "state" ? "wurde" : "wurden"} ${kept ? "behalten, Nachrichten und Felder auf den neuen Stand gebracht" : "überschrieben"}.`,
};
