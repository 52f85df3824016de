// Answers Slack at once, before anything is looked up: within three seconds or the click is lost.

import { chooseWords } from "../../words/choose-words.ts";
import { INPUTS, MODALS, parseClickValue } from "../conversation/action-ids.ts";
import { confirmationWord, isTyped } from "../conversation/typed-word.ts";
import { viewBody } from "./payloads.ts";

export interface ViewErrors {
  readonly response_action: "errors";
  readonly errors: Readonly<Record<string, string>>;
}

/** What is wrong with a submission, for Slack to show beside the input; undefined closes the modal. */
export function assembleViewErrors(body: unknown): ViewErrors | undefined {
  const { data } = viewBody.safeParse(body);
  if (data?.view.callback_id !== MODALS.rollback) return undefined;
  const typed = data.view.state?.values[INPUTS.typed]?.[INPUTS.typed]?.value ?? "";
  // The window says in which language it was drawn, and for which workspace: nobody can be asked before Slack has its answer.
  const { a: language, w } = parseClickValue(data.view.private_metadata) ?? {};
  const words = chooseWords(language);
  const word = confirmationWord(w, words);
  if (isTyped(typed, word)) return undefined;
  return { response_action: "errors", errors: { [INPUTS.typed]: words.rollback.wrong(word) } };
}
