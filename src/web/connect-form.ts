// The one-time page's form: fields named as in FILE, read back into credentials or into sentences that say what is wrong.
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { z } from "zod";
import type { Credentials } from "../engine/model/migration.ts";
import { page } from "./page.ts";

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly secret?: boolean;
  readonly optional?: boolean;
  readonly placeholder?: string;
}

const CONNECTWISE: readonly Field[] = [
  {
    name: "source.connectwise.url",
    label: "Site",
    hint: "https://api-na.myconnectwise.net, api-eu, api-au, or your own server.",
  },
  { name: "source.connectwise.company", label: "Company id", hint: "The one of the sign-in page." },
  {
    name: "source.connectwise.publicKey",
    label: "Public key",
    hint: "Of an API member with a read-only role.",
  },
  { name: "source.connectwise.privateKey", label: "Private key", secret: true },
  { name: "source.connectwise.clientId", label: "Client id", hint: "From ConnectWise's developer site." },
];
const INTERCOM: readonly Field[] = [
  {
    name: "destination.intercom.url",
    label: "API address",
    hint: "https://api.intercom.io, or api.eu / api.au for those regions.",
  },
  { name: "destination.intercom.token", label: "Access token", secret: true },
];
const STAGING: readonly Field[] = [
  { name: "staging.intercom.url", label: "API address", optional: true },
  { name: "staging.intercom.token", label: "Access token", secret: true, optional: true },
];

const CODE: Field = {
  name: "code",
  label: "Code",
  hint: "The six digits beside your link in Slack, which only you can see there.",
};

export interface ConnectView {
  readonly trouble: readonly string[];
  /** What the fields show, without secrets after a refusal: those are typed again. */
  readonly typed: Readonly<Record<string, string>>;
  /** The link alone is not enough: whoever has it must also see what Slack showed to one person. */
  readonly needsCode: boolean;
}

export function connectPage(
  title: string,
  { trouble, typed, needsCode }: ConnectView,
): HtmlEscapedString | Promise<HtmlEscapedString> {
  const field = (f: Field) => html`<label for="${f.name}">${f.label}</label>
${f.hint === undefined ? "" : html`<small>${f.hint}</small>`}
<input id="${f.name}" name="${f.name}" type="${f.secret ? "password" : "text"}" autocomplete="off" spellcheck="false"
 ${f.optional ? "" : "required"} value="${typed[f.name] ?? ""}">`;
  const group = (legend: string, fields: readonly Field[], lead = "") =>
    html`<fieldset><legend>${legend}</legend>${lead === "" ? "" : html`<p class="soft">${lead}</p>`}${fields.map(field)}</fieldset>`;
  return page(
    "Connect",
    html`<h1>Connect both systems</h1>
<p>For <strong>${title}</strong>. Cutover reads ConnectWise and never writes to it. Nothing is written to Intercom before you approve it.</p>
<p class="soft">What you enter is encrypted and never shown again, here or in Slack. This page works once.</p>
${trouble.length === 0 ? "" : html`<div class="card trouble">${trouble.map((line) => html`<p>${line}</p>`)}</div>`}
<form method="post" autocomplete="off">
${needsCode ? group("Is it you?", [CODE]) : ""}
${group("ConnectWise PSA", CONNECTWISE)}
${group("Intercom", INTERCOM)}
${group("Intercom staging workspace (for the sample)", STAGING, "Leave empty if you have none; the sample then needs your account manager.")}
<button type="submit">Check and save</button>
</form>`,
  );
}

const text = z.string().trim().max(2000);
const address = text.pipe(
  z.url({ protocol: /^https?$/, error: "must be an address that starts with https://" }),
);
const filled = text.min(1, "is empty");

const posted = z
  .object({
    "source.connectwise.url": address,
    "source.connectwise.company": filled,
    "source.connectwise.publicKey": filled,
    "source.connectwise.privateKey": filled,
    "source.connectwise.clientId": filled,
    "destination.intercom.url": address,
    "destination.intercom.token": filled,
    "staging.intercom.url": z.union([z.literal(""), address]).default(""),
    "staging.intercom.token": text.default(""),
  })
  .refine((form) => (form["staging.intercom.url"] === "") === (form["staging.intercom.token"] === ""), {
    path: ["staging.intercom.token"],
    message: "needs both its address and its token, or neither",
  });

export type ParsedForm =
  | { readonly ok: true; readonly credentials: Credentials }
  | { readonly ok: false; readonly trouble: readonly string[] };

export function parseConnectForm(form: Readonly<Record<string, string>>): ParsedForm {
  const parsed = posted.safeParse(form);
  if (!parsed.success)
    return {
      ok: false,
      trouble: parsed.error.issues.map((i) => `${labelOf(String(i.path[0]))} ${i.message}.`),
    };
  const value = parsed.data;
  const credentials: Credentials = {
    source: {
      connectwise: {
        url: value["source.connectwise.url"],
        company: value["source.connectwise.company"],
        publicKey: value["source.connectwise.publicKey"],
        privateKey: value["source.connectwise.privateKey"],
        clientId: value["source.connectwise.clientId"],
      },
    },
    destination: {
      intercom: { url: value["destination.intercom.url"], token: value["destination.intercom.token"] },
    },
  };
  if (value["staging.intercom.token"] === "") return { ok: true, credentials };
  const staging = {
    intercom: { url: value["staging.intercom.url"], token: value["staging.intercom.token"] },
  };
  return { ok: true, credentials: { ...credentials, staging } };
}

function labelOf(name: string): string {
  const groups: readonly [string, readonly Field[]][] = [
    ["ConnectWise", CONNECTWISE],
    ["Intercom", INTERCOM],
    ["Intercom staging", STAGING],
  ];
  for (const [group, fields] of groups) {
    const found = fields.find((field) => field.name === name);
    if (found !== undefined) return `${group}: ${found.label}`;
  }
  return name;
}

/** What may be shown again after a refusal. */
export function withoutSecrets(form: Readonly<Record<string, string>>): Record<string, string> {
  const open = [...CONNECTWISE, ...INTERCOM, ...STAGING]
    .filter((field) => !field.secret)
    .map((field) => field.name);
  return Object.fromEntries(open.map((name) => [name, form[name] ?? ""]));
}
