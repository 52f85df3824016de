// Abbreviations of time zones, of which many name several: what they mean is told, known for certain, or asked.
import { makeZone } from "./time-zone.ts";

/** Minutes from UTC of those that mean one thing only where desks are. */
const CERTAIN: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  EDT: -240,
  CDT: -300,
  MDT: -360,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  SAST: 120,
  JST: 540,
  AWST: 480,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
};

export interface ZoneNames {
  /** Milliseconds to subtract from the local time; undefined for an abbreviation that could mean several zones. */
  offsetOf(abbreviation: string, localMs: number): number | undefined;
}

/**
 * @param told by abbreviation: an IANA name or an offset such as `-05:00`
 * @param timeZone the export's: its own abbreviations are certain (EST in New York)
 * @throws InputError for a zone that isn't one
 */
export function makeZoneNames(told: Readonly<Record<string, string>>, timeZone: string): ZoneNames {
  const zones = new Map(
    Object.entries(told).map(([name, meant]) => [name.toUpperCase(), readMeant(meant)] as const),
  );
  const own = makeZone(timeZone);
  const named = new Map<string, ReadonlySet<string>>();
  return {
    offsetOf(abbreviation, localMs) {
      const name = abbreviation.toUpperCase();
      const meant = zones.get(name);
      if (meant) return localMs - meant(localMs);
      const ownMs = own(localMs);
      const day = new Date(ownMs).toISOString().slice(0, 10);
      const names = named.get(day) ?? namesOf(timeZone, ownMs);
      if (named.size < 20_000) named.set(day, names);
      if (names.has(name)) return localMs - ownMs;
      const minutes = Object.hasOwn(CERTAIN, name) ? CERTAIN[name] : undefined;
      return minutes === undefined ? undefined : minutes * 60_000;
    },
  };
}

/** What people of some languages call the zone on that day. */
function namesOf(timeZone: string, ms: number): ReadonlySet<string> {
  const names = ["en-US", "en-GB", "en-AU", "en-CA", "en-IN", "de-DE"].flatMap((language) =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName: "short" })
      .formatToParts(ms)
      .flatMap(({ type, value }) => (type === "timeZoneName" ? [value.toUpperCase()] : [])),
  );
  return new Set(names);
}

function readMeant(meant: string): (localMs: number) => number {
  const offset = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(meant);
  if (!offset) return makeZone(meant);
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return (localMs) => localMs - (offset[1] === "-" ? -minutes : minutes) * 60_000;
}
