// English: everything that the engine says.
import type { SayingTexts } from "../../say.ts";

export const sayings: SayingTexts = {
  told: ({ text }) => text,
};
