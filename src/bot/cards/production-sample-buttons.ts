// A sample in production: what of it stands there, and the account manager's buttons that write it and take it back.
import type { ProductionSample } from "../../engine/model/sample.ts";
import type { Words } from "../../words/words.ts";
import { type Block, bullets, button, section } from "../blocks/block.ts";
import { formatKept } from "../blocks/format-prose.ts";
import type { ClickValue } from "../conversation/action-ids.ts";

const KEPT_SHOWN = 8;

export function writeButton(value: ClickValue, words: Words): Block {
  const { write, writeTitle: title, writeText: text, writeYes: yes, writeNo: no } = words.productionSample;
  return button(write, "sample.write", value, { confirm: { title, text, yes, no } });
}

export function removeButton(value: ClickValue, words: Words): Block {
  const {
    remove,
    removeTitle: title,
    removeText: text,
    removeYes: yes,
    removeNo: no,
  } = words.productionSample;
  return button(remove, "sample.remove", value, { style: "danger", confirm: { title, text, yes, no } });
}

/** Where it is, how it is told from everything else, and what a removal had to leave. */
export function describeProductionSample(
  productionSample: ProductionSample | undefined,
  isPreview: boolean,
  words: Words,
): Block[] {
  if (!productionSample) return [];
  const text = words.productionSample;
  const { conversations, contacts, companies, kept } = productionSample;
  if (kept.length > 0) {
    const shown = kept.slice(0, KEPT_SHOWN).map((one) => formatKept(one, words));
    const more = kept.length - shown.length;
    const lines = [...shown, ...(more > 0 ? [words.survey.more(more)] : [])];
    return [section(`${text.kept(kept.length)}\n${bullets(lines)}`)];
  }
  const made = text.made(conversations, contacts, companies);
  return [section(isPreview ? `${text.earlier}: ${made}` : `${text.stands}: ${made} ${text.found}`)];
}
