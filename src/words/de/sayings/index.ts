// German: everything that the engine says.
import type { Sayings } from "../../../engine/model/sayings/saying.ts";
import type { TextsOf } from "../../say.ts";
import { changeSayings } from "./changes.ts";
import { csvSayings } from "./csv.ts";
import { errorSayings } from "./of-errors.ts";
import { readingSayings } from "./reading.ts";
import { unreadableSayings } from "./unreadable.ts";
import { workSayings } from "./working.ts";

export const sayings: TextsOf<Sayings, string> = {
  ...changeSayings,
  ...csvSayings,
  ...errorSayings,
  ...readingSayings,
  ...unreadableSayings,
  ...workSayings,
  told: ({ text }) => text,
};
