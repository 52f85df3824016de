// The one layout of our pages: no script, no third party, readable on a phone; everything dynamic is escaped by hono/html.
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2129;--soft:#5b6470;--line:#d9dee5;--paper:#fff;--ground:#f4f6f8;--accent:#1f6f5c}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebef;--soft:#a2abb6;--line:#39414b;--paper:#1d2229;--ground:#14181d;--accent:#5fc2a8}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:40rem;margin:0 auto;padding:2rem 1rem 4rem}h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:.5rem 0}
.soft{color:var(--soft)}.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1.25rem;margin:1.25rem 0}
fieldset{border:1px solid var(--line);border-radius:10px;background:var(--paper);padding:1rem 1.25rem 1.25rem;margin:1.25rem 0}
legend{font-weight:600;padding:0 .4rem}legend+label{margin-top:0}small{margin-bottom:.3rem}label{display:block;margin:.9rem 0 .2rem;font-weight:500}small{display:block;color:var(--soft)}
input{width:100%;font:inherit;padding:.5rem .6rem;border:1px solid var(--line);border-radius:6px;background:var(--ground);color:inherit}
button{font:inherit;font-weight:600;padding:.65rem 1.4rem;border:0;border-radius:8px;background:var(--accent);color:var(--paper);cursor:pointer}
.trouble{border-left:4px solid #c8553d}
`;

/** The stylesheet, served from our own origin so that the policy needs no inline style. */
export const stylesheet = STYLE;

export function page(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title} · Cutover</title><link rel="stylesheet" href="/style.css"></head>
<body><main>${body}</main></body></html>`;
}

/** A page that says what happened and what to do. */
export function notice(title: string, sentences: readonly string[]): Html {
  return page(
    title,
    html`<h1>${title}</h1><div class="card">${sentences.map((line) => html`<p>${line}</p>`)}</div>`,
  );
}
