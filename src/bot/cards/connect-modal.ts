// The form for keys, only where there is no page. Nothing typed is ever put back into it.
import { contentHash } from "../../engine/model/hash.ts";
import type { Words } from "../../words/words.ts";
import { type Block, context, type Modal, plain } from "../blocks/block.ts";
import { type ClickValue, INPUTS, MODALS } from "../conversation/action-ids.ts";

/** Block and action carry the same id; `salt` makes a reopened form forget what was typed. */
function input(id: string, label: string, salt: string, optional = false): Block {
  return {
    type: "input",
    block_id: `${id}~${salt}`,
    label: plain(label, 2000),
    optional,
    element: { type: "plain_text_input", action_id: id },
  };
}

export function buildConnectModal(value: ClickValue, at: string, words: Words): Modal {
  const text = words.connectForm;
  const salt = contentHash([value, at]).slice(0, 8);
  return {
    type: "modal",
    callback_id: MODALS.connect,
    title: plain(text.title, 24),
    submit: plain(text.submit, 24),
    close: plain(text.close, 24),
    private_metadata: JSON.stringify(value),
    blocks: [
      context(text.note),
      input(INPUTS.cwUrl, text.cwUrl, salt),
      input(INPUTS.cwCompany, text.cwCompany, salt),
      input(INPUTS.cwPublicKey, text.cwPublicKey, salt),
      input(INPUTS.cwPrivateKey, text.cwPrivateKey, salt),
      input(INPUTS.cwClientId, text.cwClientId, salt),
      input(INPUTS.intercomToken, text.intercomToken, salt),
      input(INPUTS.intercomUrl, text.intercomUrl, salt, true),
      input(INPUTS.stagingToken, text.stagingToken, salt, true),
    ],
  };
}
