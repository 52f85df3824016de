// The engine's options from the environment's settings, and the log.
import { readFileSync } from "node:fs";
import { pino } from "pino";
import { type Config, s3Configured } from "../config.ts";
import { type EngineOptions, parseRateCard } from "../engine/index.ts";
import { makeOfflineProposer } from "../llm/offline/offline-proposer.ts";
import type { AskModel, makeAskModel } from "../llm/openai/ask-model.ts";
import { makeProposer } from "../llm/proposer.ts";
import { print } from "../words/en/telling.ts";

export type Log = ReturnType<typeof makeLog>;

export function makeLog(level: string) {
  return pino({ level, base: null, redact: ["*.token", "*.password", "*.privateKey"] }, pino.destination(2));
}

export function engineOptions(config: Config, log: Log, program: string): EngineOptions {
  const offline = makeOfflineProposer();
  const key = config.OPENAI_API_KEY?.reveal();
  const ask =
    key === undefined
      ? {}
      : {
          ask: askWhenNeeded({
            apiKey: key,
            model: config.OPENAI_MODEL,
            ...(config.OPENAI_BASE_URL === undefined ? {} : { baseUrl: config.OPENAI_BASE_URL }),
          }),
        };
  const s3 = s3Configured(config);
  return {
    dataDirectory: config.CUTOVER_DATA,
    ...(s3 === undefined ? {} : { s3 }),
    proposer: makeProposer({
      offline,
      ...ask,
      onUsage: (usage) => log.info(usage, "the model drafted map rows"),
    }),
    print,
    log,
    program,
    housekeeping: {
      deltaHours: config.CUTOVER_DELTA_HOURS,
      ...(config.CUTOVER_RETENTION_DAYS === null ? {} : { retentionDays: config.CUTOVER_RETENTION_DAYS }),
    },
    ...(config.DATABASE_URL === undefined ? {} : { databaseUrl: config.DATABASE_URL }),
    ...(config.CUTOVER_SECRET_KEY === undefined ? {} : { secretKey: config.CUTOVER_SECRET_KEY }),
    ...(config.CUTOVER_RATE_CARD === undefined
      ? {}
      : { rateCard: parseRateCard(readFileSync(config.CUTOVER_RATE_CARD, "utf8")) }),
    ...(config.CUTOVER_MODEL_TOKENS === undefined ? {} : { modelTokens: config.CUTOVER_MODEL_TOKENS }),
    ...(config.CUTOVER_MODEL_PRICE === undefined ? {} : { modelPrice: config.CUTOVER_MODEL_PRICE }),
    ...(config.CUTOVER_RESERVE === undefined ? {} : { reserveShare: config.CUTOVER_RESERVE }),
    ...(config.CUTOVER_SEARCH_LAG_SECONDS === undefined
      ? {}
      : { searchLagMs: config.CUTOVER_SEARCH_LAG_SECONDS * 1000 }),
  };
}

/** Most commands ask no model, and its library is large. */
function askWhenNeeded(options: Parameters<typeof makeAskModel>[0]): AskModel {
  let ask: AskModel | undefined;
  return async (messages, signal) => {
    ask ??= (await import("../llm/openai/ask-model.ts")).makeAskModel(options);
    return ask(messages, signal);
  };
}
