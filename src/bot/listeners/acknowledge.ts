// Answers Slack at once, before anything is looked up: within three seconds or the click is lost.
import { INPUTS, MODALS } from "../blocks/action-ids.ts";
import type { Words } from "../words/words.ts";
import { viewBody } from "./payloads.ts";

export interface ViewErrors {
  readonly response_action: "errors";
  readonly errors: Readonly<Record<string, string>>;
}

/** What is wrong with a submission, for Slack to show beside the input; undefined closes the modal. */
export function assembleViewErrors(body: unknown, words: Words): ViewErrors | undefined {
  const { data } = viewBody.safeParse(body);
  if (data?.view.callback_id !== MODALS.rollback) return undefined;
  const typed = data.view.state?.values[INPUTS.typed]?.[INPUTS.typed]?.value ?? "";
  const { word, wrong } = words.rollback;
  if (typed.trim() === word) return undefined;
  return { response_action: "errors", errors: { [INPUTS.typed]: wrong(word) } };
}
