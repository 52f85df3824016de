// The environment, parsed once; secrets are wrapped so that they can't be printed.
import { z } from "zod";
import { InputError } from "./engine/errors.ts";
import { Secret } from "./engine/model/secret.ts";

const secret = z
  .string()
  .min(1)
  .transform((value) => new Secret(value));

const account = z.string().regex(/^[A-Z0-9]+\/[A-Z0-9]+$/, "is written TEAM/USER, e.g. T0123/U0456");

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "starts with postgres://")
    .transform((value) => new Secret(value))
    .optional(),
  CUTOVER_DATA: z.string().min(1).default(".cutover"),
  CUTOVER_SECRET_KEY: secret.optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
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
  SLACK_API_URL: z.url().optional(),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_MODEL: z.string().min(1).default("gpt-5-mini"),
  /** Share of Intercom's quota left to the customer's other apps. */
  CUTOVER_RESERVE: z.coerce.number().min(0).max(0.9).optional(),
  /** How long Intercom's search may lag before a record is believed absent. */
  CUTOVER_SEARCH_LAG_SECONDS: z.coerce.number().min(0).max(3600).optional(),
  /** Path of the operator's rate card. */
  CUTOVER_RATE_CARD: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

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
  const wrong = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`).join("; ");
  throw new InputError({
    code: "invalid_environment",
    message: `The environment can't be used: ${wrong}.`,
    remedy: "Correct the named variables; README.md lists them all.",
  });
}

/** How Slack is reached; undefined when no tokens are set, and the sandbox plays Slack. */
export function slackConfigured(config: Config): boolean {
  const single = config.SLACK_BOT_TOKEN !== undefined;
  const installable = config.SLACK_CLIENT_ID !== undefined && config.SLACK_CLIENT_SECRET !== undefined;
  return (
    (single || installable) &&
    (config.SLACK_SIGNING_SECRET !== undefined || config.SLACK_APP_TOKEN !== undefined)
  );
}
