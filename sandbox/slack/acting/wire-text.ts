// What a person types, as Slack puts it in an event: escaped, with mentions, links and addresses in angle brackets.
import type { SlackUser } from "../types.ts";

const reference = /<[@#!][^<>]+>/;
const link = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"]/;
const address = /[\w.+-]+@[\w-]+\.[\w.-]*\w/;
const token = new RegExp(`(${reference.source})|(${link.source})|(${address.source})`, "g");

const escapeMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** `@Cutover` becomes a mention; references such as `<@U…>` are left as they are. */
export function toWireText(typed: string, bot: SlackUser): string {
  const text = typed.replace(new RegExp(`(^|\\s)@${bot.realName}\\b`, "gi"), `$1<@${bot.id}>`);
  let wire = "";
  let from = 0;
  for (const match of text.matchAll(token)) {
    const [whole, ref, url, mail] = match;
    wire += escapeMarkup(text.slice(from, match.index));
    if (ref) wire += ref;
    else if (url) wire += `<${escapeMarkup(url)}>`;
    else if (mail) wire += `<mailto:${mail}|${mail}>`;
    from = match.index + whole.length;
  }
  return wire + escapeMarkup(text.slice(from));
}
