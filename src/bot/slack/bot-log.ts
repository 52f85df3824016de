// What the bot logs with; pino fits. Bolt and its clients log through it, never below INFO.
import { type Logger, LogLevel } from "@slack/bolt";

export interface BotLog {
  info(detail: object, message: string): void;
  warn(detail: object, message: string): void;
  error(detail: object, message: string): void;
}

const join = (parts: readonly unknown[]): string => parts.map(String).join(" ").slice(0, 2000);

/** At DEBUG, Socket Mode would log whole view submissions, keys included: debug is dropped, not passed on. */
export function boltLogger(log: BotLog): Logger {
  let name = "slack";
  return {
    debug: () => undefined,
    info: (...parts) => log.info({ from: name }, join(parts)),
    warn: (...parts) => log.warn({ from: name }, join(parts)),
    error: (...parts) => log.error({ from: name }, join(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: (given) => {
      name = given;
    },
  };
}
