// The layout of report pages, and the pieces that they share; everything dynamic is escaped by hono/html.
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export function reportPage(title: string, migration: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} · ${migration} · Cutover</title>
<link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="/report.css"></head>
<body><main class="report"><p class="soft">${migration}</p><h1>${title}</h1>${body}</main></body></html>`;
}

export const number = (value: number): string => value.toLocaleString("en-US");

export const plural = (n: number, one: string, many: string): string =>
  `${number(n)} ${n === 1 ? one : many}`;

/** A figure with its words, for a row of them. */
export function fact(value: string, words: string): Html {
  return html`<div><b>${value}</b><span>${words}</span></div>`;
}

/** Marks that turn the reading direction would make a value look like another one: they are shown instead. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
export const shown = (text: string) =>
  text.replace(TURNING, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase()}⟩`);

/** A cell whose label shows where the table becomes cards; `bdi` keeps right-to-left text within it. */
export function cell(label: string, value: string | undefined): Html {
  const empty = value === undefined || value === "";
  return html`<td class="${empty ? "value empty" : "value"}" data-label="${label}"><bdi>${shown(value ?? "")}</bdi></td>`;
}

/** `2026-01-01 12:30 UTC`; what is no time stays as it is. */
export function moment(iso: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso) ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : iso;
}
