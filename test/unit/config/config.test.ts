// The environment: every variable, what is said of a wrong one, and that no secret can be printed.
import { inspect } from "node:util";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { parseConfig, s3Configured, slackConfigured } from "../../../src/config.ts";
import { CutoverError, InputError } from "../../../src/engine/errors.ts";
import { Secret } from "../../../src/engine/model/secret.ts";
import { explained } from "../../support/in-words.ts";

const FULL = {
  DATABASE_URL: "postgres://cutover:pa55@db.example/cutover",
  CUTOVER_DATA: "/srv/cutover",
  CUTOVER_SECRET_KEY: "a passphrase of more than sixteen",
  PUBLIC_URL: "https://cutover.example.com/",
  PORT: "8080",
  ACCOUNT_MANAGERS: "T01/U02, T03/U04,",
  SLACK_BOT_TOKEN: "xoxb-1",
  SLACK_SIGNING_SECRET: "signing-1",
  SLACK_APP_TOKEN: "xapp-1",
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "client-1",
  SLACK_API_URL: "http://127.0.0.1:3100/api/",
  OPENAI_API_KEY: "sk-1",
  OPENAI_BASE_URL: "https://models.example/v1",
  OPENAI_MODEL: "big-1",
  CUTOVER_RESERVE: "0.25",
  CUTOVER_SEARCH_LAG_SECONDS: "60",
  CUTOVER_BLOBS_S3_ENDPOINT: "https://s3.example.com/files",
  CUTOVER_BLOBS_S3_REGION: "eu-central-1",
  CUTOVER_BLOBS_S3_ACCESS_KEY_ID: "AKIA0000000000000001",
  CUTOVER_BLOBS_S3_SECRET_ACCESS_KEY: "a secret access key",
  CUTOVER_RATE_CARD: "prices.json",
  CUTOVER_DELTA_HOURS: "12,36",
  CUTOVER_RETENTION_DAYS: "off",
  CUTOVER_MODEL_TOKENS: "50000",
  CUTOVER_MODEL_PRICE: "0.25/2",
  METRICS_TOKEN: "metrics-0123456789",
  LOG_LEVEL: "debug",
} as const;

const SECRETS = [
  "DATABASE_URL",
  "CUTOVER_SECRET_KEY",
  "SLACK_BOT_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_APP_TOKEN",
  "SLACK_CLIENT_SECRET",
  "OPENAI_API_KEY",
  "METRICS_TOKEN",
] as const;

function refusalOf(env: Record<string, string>): InputError {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("It was taken");
}

describe("the environment", () => {
  it("is read whole", () => {
    const config = parseConfig(FULL);
    expect(Object.keys(config).toSorted()).toEqual(Object.keys(FULL).toSorted());
    expect(config).toMatchObject({
      CUTOVER_DATA: "/srv/cutover",
      PUBLIC_URL: "https://cutover.example.com",
      PORT: 8080,
      ACCOUNT_MANAGERS: [
        { team: "T01", user: "U02" },
        { team: "T03", user: "U04" },
      ],
      SLACK_CLIENT_ID: "1.2",
      SLACK_API_URL: FULL.SLACK_API_URL,
      OPENAI_BASE_URL: FULL.OPENAI_BASE_URL,
      OPENAI_MODEL: "big-1",
      CUTOVER_RESERVE: 0.25,
      CUTOVER_SEARCH_LAG_SECONDS: 60,
      CUTOVER_RATE_CARD: "prices.json",
      CUTOVER_DELTA_HOURS: [12, 36],
      CUTOVER_RETENTION_DAYS: null,
      CUTOVER_MODEL_TOKENS: 50_000,
      CUTOVER_MODEL_PRICE: { prompt: 0.25, completion: 2 },
      LOG_LEVEL: "debug",
    });
    for (const name of SECRETS) expect(config[name]?.reveal()).toBe(FULL[name]);
  });

  it("has defaults that need nobody, and an empty variable counts as none", () => {
    const empty = Object.fromEntries(Object.keys(FULL).map((name) => [name, ""]));
    for (const env of [{}, empty]) {
      expect(parseConfig(env)).toEqual({
        CUTOVER_DATA: ".cutover",
        PORT: 3000,
        ACCOUNT_MANAGERS: [],
        OPENAI_MODEL: "gpt-5-mini",
        CUTOVER_DELTA_HOURS: [24, 48],
        CUTOVER_RETENTION_DAYS: 30,
        LOG_LEVEL: "info",
      });
    }
  });

  it.each([
    ["DATABASE_URL", "mysql://hush-hush/db"],
    ["PUBLIC_URL", "ftp://hush-hush"],
    ["PUBLIC_URL", "hush-hush"],
    ["PORT", "hush-hush"],
    ["PORT", "70000"],
    ["PORT", "80.5"],
    ["ACCOUNT_MANAGERS", "T1/U1,hush-hush"],
    ["SLACK_API_URL", "hush-hush"],
    ["OPENAI_BASE_URL", "hush-hush"],
    ["CUTOVER_RESERVE", "hush-hush"],
    ["CUTOVER_RESERVE", "0.95"],
    ["CUTOVER_SEARCH_LAG_SECONDS", "-1"],
    ["CUTOVER_DELTA_HOURS", "hush-hush"],
    ["CUTOVER_RETENTION_DAYS", "hush-hush"],
    ["METRICS_TOKEN", "hush-hush"],
    ["LOG_LEVEL", "hush-hush"],
  ])("%s=%s is refused by its name, never by its value", (name, value) => {
    const error = refusalOf({ [name]: value });
    expect(error.code).toBe("invalid_environment");
    expect(explained(error).message).toMatch(
      new RegExp(`^The environment can't be used: ${name} (is|has|starts) [^;]*\\.$`),
    );
    expect(inspect(error, { depth: 5 })).not.toContain(value);
  });

  it("names every variable that is wrong at once", () => {
    const { message } = explained(refusalOf({ PORT: "x", LOG_LEVEL: "x", DATABASE_URL: "x" }));
    for (const name of ["PORT", "LOG_LEVEL", "DATABASE_URL"]) expect(message).toContain(name);
  });
});

describe("Slack", () => {
  const configured = (env: Record<string, string>) => slackConfigured(parseConfig(env));

  it.each([
    [{ SLACK_BOT_TOKEN: "b", SLACK_SIGNING_SECRET: "s" }],
    [{ SLACK_BOT_TOKEN: "b", SLACK_APP_TOKEN: "a" }],
    [{ SLACK_CLIENT_ID: "c", SLACK_CLIENT_SECRET: "s", SLACK_SIGNING_SECRET: "s" }],
  ])("is reached with %o", (env) => {
    expect(configured(env)).toBe(true);
  });

  it("is played by the sandbox when nothing of it is set", () => {
    expect(configured({ OPENAI_API_KEY: "sk-1", SLACK_API_URL: "https://slack.example/api/" })).toBe(false);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: "b" }, "SLACK_SIGNING_SECRET"],
    [{ SLACK_SIGNING_SECRET: "s" }, "SLACK_BOT_TOKEN"],
    [{ SLACK_CLIENT_ID: "c", SLACK_APP_TOKEN: "a" }, "SLACK_CLIENT_SECRET"],
  ])("set by half (%o) is refused, naming what is missing", (env, name) => {
    expect(() => configured(env)).toThrow(CutoverError);
    expect(() => configured(env)).toThrow(name);
  });
});

describe("a secret", () => {
  const secret = new Secret("hush-hush");

  it("is revealed to who asks", () => {
    expect(secret.reveal()).toBe("hush-hush");
  });

  it("prints as itself nowhere: text, JSON, console, error or log", () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    log.info({ secret, nested: { list: [secret] } }, `a ${secret}`);
    log.error({ err: new Error(`with ${secret}`, { cause: secret }) });
    const printed = [
      `${secret}`,
      String(secret),
      JSON.stringify({ secret }),
      inspect(secret, { showHidden: true, depth: 9 }),
      inspect({ deep: [new Map([["key", secret]])] }, { depth: 9 }),
      JSON.stringify(Object.entries(secret)),
      JSON.stringify({ ...secret }),
      ...lines,
    ].join("\n");
    expect(lines).toHaveLength(2);
    expect(printed).toContain("[secret]");
    expect(printed).not.toContain("hush");
  });

  it("stays one when a whole configuration is printed", () => {
    const config = parseConfig(FULL);
    const printed = `${JSON.stringify(config)}${inspect(config, { depth: 9, showHidden: true })}`;
    for (const name of SECRETS) expect(printed).not.toContain(FULL[name]);
  });
});

describe("the bucket for files", () => {
  const whole = {
    CUTOVER_BLOBS_S3_ENDPOINT: "https://s3.example.com/files",
    CUTOVER_BLOBS_S3_ACCESS_KEY_ID: "AKIA0000000000000001",
    CUTOVER_BLOBS_S3_SECRET_ACCESS_KEY: "a secret access key",
  };

  it("is there when it is set whole, and not when nothing is", () => {
    expect(s3Configured(parseConfig({}))).toBeUndefined();
    const found = s3Configured(parseConfig(whole));
    expect(found).toMatchObject({ endpoint: "https://s3.example.com/files", region: "auto" });
    expect(JSON.stringify(found)).not.toContain("a secret access key");
  });

  it.each(Object.keys(whole))("is refused without %s", (name) => {
    const half = Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name));
    expect(() => s3Configured(parseConfig(half))).toThrow(
      expect.objectContaining({
        code: "invalid_environment",
        saying: expect.objectContaining({ args: { of: "bucket" } }),
      }),
    );
  });
});
