// The environment, parsed once; secrets are wrapped so that they can't be printed.
import { z } from "zod";
import { InputError } from "./engine/errors.ts";
import { Secret } from "./engine/model/secret.ts";

const secret = z
  .string()
  .min(1)
  .transform((value) => new Secret(value));

const address = z.url({ protocol: /^https?$/, error: "is an address that starts with https:// or http://" });

function within(least: number, most: number) {
  const error = `is a number from ${least} to ${most}`;
  return z.coerce.number({ error }).min(least, { error }).max(most, { error });
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const account = z.string().regex(/^[A-Z0-9]+\/[A-Z0-9]+$/, "is written TEAM/USER, e.g. T0123/U0456");

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "starts with postgres://")
    .transform((value) => new Secret(value))
    .optional(),
  CUTOVER_DATA: z.string().min(1).default(".cutover"),
  CUTOVER_SECRET_KEY: secret.optional(),
  PUBLIC_URL: address.transform((url) => url.replace(/\/+$/, "")).optional(),
  PORT: within(0, 65_535).pipe(z.number().int("is a whole number")).default(3000),
  ACCOUNT_MANAGERS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .pipe(z.array(account))
    .transform((list) =>
      list.map((entry) => {
        const [team = "", user = ""] = entry.split("/");
        return { team, user };
      }),
    ),
  SLACK_BOT_TOKEN: secret.optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_APP_TOKEN: secret.optional(),
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: secret.optional(),
  SLACK_API_URL: address.optional(),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: address.optional(),
  OPENAI_MODEL: z.string().min(1).default("gpt-5-mini"),
  /** Tokens that a model may cost: the drafts of one migration, and the corrections in all channels a day. */
  CUTOVER_MODEL_TOKENS: within(0, 1_000_000_000).pipe(z.number().int("is a whole number")).optional(),
  /** US dollars for a million tokens of prompt and of answer. */
  CUTOVER_MODEL_PRICE: z
    .string()
    .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, "is written PROMPT/ANSWER in dollars a million tokens, e.g. 0.25/2")
    .transform((price) => {
      const [prompt = 0, completion = 0] = price.split("/").map(Number);
      return { prompt, completion };
    })
    .optional(),
  /** Share of Intercom's quota left to the customer's other apps. */
  CUTOVER_RESERVE: within(0, 0.9).optional(),
  /** How long Intercom's search may lag before a record is believed absent. */
  CUTOVER_SEARCH_LAG_SECONDS: within(0, 3600).optional(),
  /** A bucket for files instead of a folder: its address with the bucket, and a key of its own. */
  CUTOVER_BLOBS_S3_ENDPOINT: address.optional(),
  CUTOVER_BLOBS_S3_REGION: z.string().min(1).optional(),
  CUTOVER_BLOBS_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  CUTOVER_BLOBS_S3_SECRET_ACCESS_KEY: secret.optional(),
  /** Hours after the full run at which deltas begin by themselves, e.g. `24,48`; `off`: by the button alone. */
  CUTOVER_DELTA_HOURS: z
    .string()
    .regex(/^(off|\d{1,4}(,\d{1,4}){0,9})$/, "is a list of hours, e.g. 24,48, or off")
    .transform((list) => (list === "off" ? [] : list.split(",").map(Number)))
    .default([24, 48]),
  /** Days after a migration's end until its customer data is deleted; `off`: on request alone. */
  CUTOVER_RETENTION_DAYS: z
    .string()
    .regex(/^(off|[1-9]\d{0,3})$/, "is a number of days, or off")
    .transform((days) => (days === "off" ? null : Number(days)))
    .default(30),
  /** Path of the operator's rate card. */
  CUTOVER_RATE_CARD: z.string().min(1).optional(),
  /** Bearer token that opens `/metrics` to others than this machine. */
  METRICS_TOKEN: z
    .string()
    .min(16, "has 16 characters at least")
    .transform((value) => new Secret(value))
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `is one of ${LOG_LEVELS.join(", ")}` }).default("info"),
});

/** A machine that talks to itself: nobody listens on the way, and nobody else comes by. */
export function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

export type Config = z.infer<typeof environment>;

/**
 * Reads the environment. An empty value counts as absent.
 * Throws InputError naming each variable that is wrong, never its value.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environment.safeParse(present);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`);
  throw new InputError({ code: "invalid_environment", args: { of: "values", problems: wrong } });
}

/**
 * True when Slack can be reached, false when nothing of it is set, and the sandbox plays it.
 * Throws InputError when it is set by half: whoever means the real Slack must not land in the sandbox.
 */
export function slackConfigured(config: Config): boolean {
  const { SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN } =
    config;
  const given = [
    SLACK_BOT_TOKEN,
    SLACK_CLIENT_ID,
    SLACK_CLIENT_SECRET,
    SLACK_SIGNING_SECRET,
    SLACK_APP_TOKEN,
  ];
  if (given.every((value) => value === undefined)) return false;
  const installable = SLACK_CLIENT_ID !== undefined && SLACK_CLIENT_SECRET !== undefined;
  const missing = [
    ...(SLACK_BOT_TOKEN === undefined && !installable
      ? ["SLACK_BOT_TOKEN (or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET)"]
      : []),
    ...(SLACK_SIGNING_SECRET === undefined && SLACK_APP_TOKEN === undefined
      ? ["SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN)"]
      : []),
  ];
  if (missing.length === 0) return true;
  throw new InputError({ code: "invalid_environment", args: { of: "slack", missing } });
}

/** The bucket for files; undefined where they lie in a folder. Throws InputError when it is set by half. */
export function s3Configured(config: Config) {
  const {
    CUTOVER_BLOBS_S3_ENDPOINT: endpoint,
    CUTOVER_BLOBS_S3_ACCESS_KEY_ID: accessKeyId,
    CUTOVER_BLOBS_S3_SECRET_ACCESS_KEY: secretAccessKey,
    CUTOVER_BLOBS_S3_REGION: region = "auto",
  } = config;
  if (endpoint !== undefined && accessKeyId !== undefined && secretAccessKey !== undefined) {
    return { endpoint, region, accessKeyId, secretAccessKey };
  }
  if (endpoint === undefined && accessKeyId === undefined && secretAccessKey === undefined) return undefined;
  throw new InputError({ code: "invalid_environment", args: { of: "bucket" } });
}
