// What a Web API method is here, and how it says no.
import type { Manifest } from "../manifest.ts";
import type { Rates } from "../rates.ts";
import type { Loose, Violation } from "../types.ts";
import type { Workspace } from "../workspace.ts";

/** Answered as `{ok: false, error, response_metadata: {messages}}`, as Slack does: with HTTP 200. */
export class SlackRefusal extends Error {
  readonly code: string;
  readonly messages: readonly string[];

  constructor(code: string, messages: readonly string[] = []) {
    super(code);
    this.code = code;
    this.messages = messages;
  }
}

export interface MethodContext {
  readonly workspace: Workspace;
  /** Arguments, JSON strings already parsed where Slack takes structures. */
  readonly args: Loose;
  /** The bearer's token. */
  readonly token: string;
  /** The team the token is installed in. */
  readonly teamId: string;
  readonly rates: Rates;
  readonly config: AppConfig;
  /** `http://127.0.0.1:PORT` of the stand-in. */
  readonly url: string;
  readonly violations: Violation[];
  readonly manifest: Manifest;
}

export interface AppConfig {
  readonly appToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export type Method = (context: MethodContext) => Loose | Promise<Loose>;

/** A string argument; refuses as `error` when it is missing. */
export function need(args: Loose, name: string, error = "invalid_arguments"): string {
  const value = args[name];
  if (typeof value !== "string" || value === "")
    throw new SlackRefusal(error, [`[ERROR] missing required field: ${name}`]);
  return value;
}

export const given = (args: Loose, name: string): string | undefined => {
  const value = args[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** Booleans come as `true`, `"true"`, `1` or `"1"`. */
export const isTrue = (value: unknown): boolean =>
  value === true || value === "true" || value === "1" || value === 1;
