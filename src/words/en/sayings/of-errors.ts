// English: what an error or a conflict says among other sentences.
import type { ErrorSayings } from "../../../engine/model/sayings/of-errors.ts";
import type { TextsOf } from "../../say.ts";
import { list, time } from "../formats.ts";

export const errorSayings: TextsOf<ErrorSayings, string> = {
  of_error: ({ error, withRemedy }, { explain }) => {
    const { message, remedy } = explain(error);
    return withRemedy ? `${message} ${remedy}`.trim() : message;
  },
  both_sides_changed: ({ what, partType, at, kept }) =>
    `Somebody worked in this conversation in Intercom (${partType}, ${time(at)}) and its ticket changed in ConnectWise: Intercom's ${list(what)} ${what.length === 1 ? "was" : "were"} ${kept ? "kept, messages and attributes were brought up to date" : "overwritten"}.`,
};
