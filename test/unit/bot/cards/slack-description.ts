// Holds blocks against Slack's own description where it is at hand, and against the rules that it misses.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { validateMessageBlocks, validateView } from "../../../../sandbox/slack/blocks/validate.ts";
import type { Block, Card } from "../../../../src/bot/blocks/block.ts";
import { countCharacters } from "../../../../src/bot/blocks/fit-message.ts";
import { MAX_BLOCKS, MAX_MESSAGE_CHARACTERS } from "../../../../src/bot/blocks/limits.ts";

const path = fileURLToPath(new URL("../../../../../shared/specs/slack-blockkit.json", import.meta.url));
const isDescriptionThere = existsSync(path);
if (!isDescriptionThere)
  console.warn("SKIPPED: blocks are not held against Slack's description, ../shared/specs is not there");

const check = isDescriptionThere ? compile() : () => [];

function compile(): (blocks: readonly Block[]) => readonly string[] {
  const description = JSON.parse(readFileSync(path, "utf8"));
  const ajv = new Ajv2020({ strict: false, allErrors: true, allowUnionTypes: true });
  ajv.addSchema(description, "slack");
  const validators = new Map<string, ReturnType<typeof ajv.compile>>();
  // One block at a time against the definition of its own type: the union's errors say nothing.
  const names = new Map<string, string>();
  for (const [name, definition] of Object.entries<Record<string, unknown>>(description.$defs)) {
    const type = (definition as { properties?: { type?: { const?: string } } }).properties?.type?.const;
    if (type && name.endsWith("Block")) names.set(type, name);
  }
  return (blocks) =>
    blocks.flatMap((block) => {
      const name = names.get(block.type);
      if (!name) return [`${block.type}: not a block that Slack describes`];
      const id = description.$id ?? "slack";
      const validate = validators.get(name) ?? ajv.compile({ $ref: `${id}#/$defs/${name}` });
      validators.set(name, validate);
      if (validate(block)) return [];
      return (validate.errors ?? []).map((error) => `${block.type}${error.instancePath} ${error.message}`);
    });
}

/** Everything that is wrong with a message; empty when Slack would take it. */
export function findMessageFaults(card: Card): readonly string[] {
  const faults = [...check(card.blocks)];
  const verdict = validateMessageBlocks(JSON.parse(JSON.stringify(card.blocks)));
  if (verdict) faults.push(verdict.error, ...verdict.messages);
  if (card.blocks.length > MAX_BLOCKS) faults.push(`${card.blocks.length} blocks`);
  const characters = countCharacters(card.blocks);
  if (characters > MAX_MESSAGE_CHARACTERS) faults.push(`${characters} characters`);
  if (card.text.length > 3000) faults.push("a text of more than 3,000 characters");
  return faults;
}

export function findViewFaults(view: { readonly blocks: readonly Block[] }): readonly string[] {
  const verdict = validateView(JSON.parse(JSON.stringify(view)));
  return [...check(view.blocks), ...(verdict ? [verdict.error, ...verdict.messages] : [])];
}

/** Texts in which data would ping, link or format: what must have been escaped. */
export function findPings(value: unknown): readonly string[] {
  const found: string[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === "object" && part !== null) {
      const { type, text } = part as { type?: unknown; text?: unknown };
      const isSafe = type === "plain_text" || type === "raw_text";
      if (!isSafe && typeof text === "string" && /<!(channel|here|everyone)|<https?:|<@U1\|/.test(text))
        found.push(text.slice(0, 200));
      Object.values(part).forEach(walk);
    }
  };
  walk(value);
  return found;
}
