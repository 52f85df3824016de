// Which column gets which field, where several could be it: the surest caption wins, of equal ones the first column.
import { waysToSay } from "./api-names.ts";
import { CAPTIONS, type CsvObject, plainCaption } from "./captions.ts";
import { isVendorReport, VENDOR_CLAIMS } from "./vendor-reports.ts";

interface Claim {
  readonly field: string;
  /** False for a caption that only often means the field. */
  readonly known: boolean;
  /** Of a field's captions the first is the surest: a key before a short name. */
  readonly rank: number;
  readonly utc: boolean;
}

export interface Claims {
  /** By header. */
  readonly wins: ReadonlyMap<string, Claim>;
  /** Header → the header that has the field which this one could be. */
  readonly rivals: ReadonlyMap<string, string>;
  /** Of the rivals, those that say the same moment as the winner: local time beside UTC. */
  readonly twins: ReadonlySet<string>;
}

const DATES = new Set(
  "dateEntered dateCreated lastUpdated closedDate dateResolved requiredDate slaBreachTime timeStart timeEnd respondByGoal planGoal dateResponded estimatedStart".split(
    " ",
  ),
);

/** @param chosen what people said, by header: those columns and fields are out of the contest */
export function claimFields(
  object: CsvObject,
  headers: readonly string[],
  chosen: ReadonlyMap<string, string | null>,
): Claims {
  const known = claimsOf(object, isVendorReport(headers));
  const taken = new Map<string, string>();
  for (const [header, field] of chosen)
    if (field !== null && headers.includes(header)) taken.set(field, header);
  const contest = headers
    .flatMap((header, at) =>
      chosen.has(header) ? [] : claimsOn(known, header).map((claim) => ({ header, at, claim })),
    )
    .sort(
      (a, b) =>
        Number(b.claim.known) - Number(a.claim.known) ||
        // UTC says it best, whatever the zone of the export is.
        Number(b.claim.utc) - Number(a.claim.utc) ||
        a.claim.rank - b.claim.rank ||
        a.at - b.at,
    );
  const wins = new Map<string, Claim>();
  for (const { header, claim } of contest) {
    if (wins.has(header) || taken.has(claim.field)) continue;
    taken.set(claim.field, header);
    wins.set(header, claim);
  }
  const rivals = new Map<string, string>();
  const twins = new Set<string>();
  for (const { header, claim } of contest) {
    const rival = taken.get(claim.field);
    if (wins.has(header) || rivals.has(header) || rival === undefined) continue;
    rivals.set(header, rival);
    if (wins.get(rival)?.utc && claim.known) twins.add(header);
  }
  return { wins, rivals, twins };
}

/** How many columns of the object a row of cells could name: a header names many, a title none. */
export function countKnown(object: CsvObject, cells: readonly string[]): number {
  const known = claimsOf(object, isVendorReport(cells));
  return cells.filter((cell) => claimsOn(known, cell).some((claim) => claim.known)).length;
}

type Known = ReadonlyMap<string, readonly Omit<Claim, "utc">[]>;

function claimsOn(known: Known, header: string): Claim[] {
  const ways = waysToSay(header);
  const direct = ways.flatMap((way) => known.get(plainCaption(way)) ?? []);
  const utcWays = ways.flatMap((way) => {
    const base = way.replace(/[\s_(]*(?:UTC|GMT)\)?$/i, "");
    return base === way ? [] : (known.get(plainCaption(base)) ?? []);
  });
  return [
    ...direct.map((claim) => ({ ...claim, utc: false })),
    ...utcWays.filter(({ field }) => DATES.has(field)).map((claim) => ({ ...claim, utc: true })),
  ];
}

const remembered = new Map<string, Known>();

function claimsOf(object: CsvObject, vendor: boolean): Known {
  const key = `${object}/${vendor}`;
  const found = remembered.get(key);
  if (found) return found;
  const claims = new Map<string, Omit<Claim, "utc">[]>();
  const add = (caption: string, claim: Omit<Claim, "utc">) => {
    const plain = plainCaption(caption);
    const others = claims.get(plain) ?? [];
    if (!others.some(({ field }) => field === claim.field)) claims.set(plain, [...others, claim]);
  };
  const captions = Object.entries<readonly [string, string?]>(CAPTIONS[object]);
  for (const [field, [surely]] of captions) {
    // The fields' own names too: that is what people write into an override, and what an API's export has.
    for (const [rank, caption] of [...surely.split("|"), field].entries())
      add(caption, { field, known: true, rank });
  }
  for (const [caption, field] of Object.entries((vendor && VENDOR_CLAIMS[object]) || {}))
    add(caption, { field, known: true, rank: 50 });
  for (const [path, field] of Object.entries(API_CLAIMS[object] ?? {}))
    add(path, { field, known: true, rank: 40 });
  for (const [field, [, likely = ""]] of captions) {
    for (const [rank, caption] of likely.split("|").filter(Boolean).entries()) {
      if (!claims.has(plainCaption(caption))) add(caption, { field, known: false, rank });
    }
  }
  remembered.set(key, claims);
  return claims;
}

/** Where the API's name is not ours; the others are the fields' own names (`board.id` is `boardId`). */
const API_CLAIMS: Readonly<Partial<Record<CsvObject, Readonly<Record<string, string>>>>> = {
  ticket: { "type.name": "ticketType", "type.id": "ticketTypeId", "owner.identifier": "ownerLogin" },
  note: { "ticket.id": "ticketId", "member.identifier": "memberLogin" },
  timeEntry: { "ticket.id": "ticketId", "member.identifier": "memberLogin" },
  company: {
    phoneNumber: "phone",
    faxNumber: "fax",
    "timeZoneSetup.name": "timeZone",
    "country.name": "country",
    "territory.name": "territory",
  },
  contact: { defaultPhoneNbr: "phone" },
  member: { primaryEmail: "email", officeEmail: "email" },
  board: { projectFlag: "project" },
  status: { closedStatus: "closed" },
};
