// What the headers of one answer tell of a workspace: its clock, its version, how much of the quota is left.
import type { DestinationLook } from "../../port.ts";

const number = (text: string | undefined) => {
  const value = text === undefined || text === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** `X-RateLimit-*` count one app's requests in a window of ten seconds [D]. */
export function readLook(
  headers: Readonly<Record<string, string>>,
  wanted: string,
  askedAt: Date,
): DestinationLook {
  const serverTime = new Date(headers.date ?? "");
  const limit = number(headers["x-ratelimit-limit"]);
  const remaining = number(headers["x-ratelimit-remaining"]);
  const version = headers["intercom-version"];
  return {
    ...{ askedAt, wanted },
    ...(Number.isNaN(serverTime.getTime()) ? {} : { serverTime }),
    ...(version ? { version } : {}),
    ...(limit !== undefined && limit > 0 && remaining !== undefined ? { quota: { limit, remaining } } : {}),
  };
}
