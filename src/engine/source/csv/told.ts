// Prose of this room as sayings, until each of its sentences is one.
import type { Saying } from "../../model/sayings/saying.ts";

export const told = (text: string): Saying => ({ code: "told", args: { text } });
