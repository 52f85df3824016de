// Every word that Cutover says in German; the compiler says when one is missing.
import { en } from "./en.ts";
import type { Words } from "./words.ts";

export const de: Words = { ...en, language: "de" };
