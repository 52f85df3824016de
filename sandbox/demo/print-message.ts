// A message's blocks as plain lines, for the transcript of the demo.
import type { Block, Loose, StoredMessage } from "../slack/types.ts";

/** Every text of a message in reading order; buttons in brackets. */
export function printMessage(message: StoredMessage): string[] {
  if (message.blocks.length === 0) return plain(message.text).split("\n");
  return message.blocks.flatMap(printBlock).filter((line) => line.trim() !== "");
}

function printBlock(block: Block): string[] {
  switch (block.type) {
    case "header":
      return [`# ${textOf(block.text)}`];
    case "divider":
      return [];
    case "table":
      return rowsOf(block.rows).map((row) => `| ${row.join(" | ")} |`);
    case "actions":
      return [labels(block.elements).join(" ")];
    case "context":
      return list(block.elements).flatMap((element) => plain(textOf(element)).split("\n"));
    case "plan":
      return [
        textOf(block.title),
        ...list(block.tasks).map((task) => `  ${String(task.status)}: ${textOf(task.title)}`),
      ];
    default: {
      const fields = list(block.fields).map((field) => plain(textOf(field)).replaceAll("\n", " "));
      const accessory = block.accessory === undefined ? [] : labels([block.accessory]);
      return [...plain(textOf(block.text)).split("\n"), ...fields, ...accessory];
    }
  }
}

const list = (value: unknown): Loose[] => (Array.isArray(value) ? (value as Loose[]) : []);

function labels(elements: unknown): string[] {
  return list(elements).map((element) => `[${textOf(element.text ?? element.placeholder)}]`);
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  const { text, elements } = value as Loose;
  if (text !== undefined) return textOf(text);
  return list(elements).map(textOf).join("");
}

function rowsOf(rows: unknown): string[][] {
  if (!Array.isArray(rows)) return [];
  return rows.map((row) => list(row).map((cell) => textOf(cell)));
}

/** mrkdwn without its marks. */
function plain(text: string): string {
  return text
    .replace(/<!date\^\d+\^[^|>]*\|([^>]+)>/g, (_, date: string) => date.slice(11, 16))
    .replace(/<(https?:[^|>]+)\|([^>]+)>/g, "$2")
    .replace(/<(https?:[^>]+)>/g, "$1")
    .replace(/(^|[\s(])[*_]([^*_\n]+)[*_](?=[\s).,:;!?]|$)/gm, "$1$2")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
