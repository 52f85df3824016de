// One customer's move, bound to one channel (or to a file, on the command line), and the people around it.

/** A person in Slack; on the command line `{ team: "local", user: OPERATOR }`. */
export interface Actor {
  readonly team: string;
  readonly user: string;
}

export const samePerson = (a: Actor, b: Actor): boolean => a.team === b.team && a.user === b.user;

export type Role = "customer" | "account-manager" | "observer" | "stranger";

export interface Migration {
  readonly id: string;
  /** `slack:TEAM/CHANNEL` or `file:DIGEST`. */
  readonly key: string;
  readonly title: string;
  readonly channel?: { readonly team: string; readonly id: string };
  readonly createdBy: Actor;
  /** ISO-8601. */
  readonly createdAt: string;
}

/** Where a migration lives. */
export interface MigrationPlace {
  readonly key: string;
  readonly channel: NonNullable<Migration["channel"]>;
}

export type ApprovalKind =
  | "terms"
  | "map"
  | "plan"
  | "sample"
  /** The sample's tickets may be written to production, where there is no staging workspace. */
  | "sample-slice"
  /** What the sample wrote to production is taken back, and nothing else. */
  | "sample-removal"
  | "silence"
  | "cutover"
  | "rollback";

export interface Approval {
  readonly kind: ApprovalKind;
  /** What was said yes to: a plan's, map's or text's hash. */
  readonly hash: string;
  readonly role: Role;
  readonly actor: Actor;
  /** What the person was called when they said yes. */
  readonly name?: string;
  /** Its place among all runs and approvals. */
  readonly number: number;
  /** ISO-8601; to be shown and not to be compared, as the clocks of several machines differ. */
  readonly at: string;
}

/** What a file of an export may hold. */
type CsvObjectName =
  | "company"
  | "contact"
  | "member"
  | "board"
  | "status"
  | "priority"
  | "sla"
  | "ticket"
  | "note"
  | "timeEntry";

export interface SourceCredentials {
  readonly connectwise?: {
    /** Site, e.g. `https://api-na.myconnectwise.net`. */
    readonly url: string;
    readonly company: string;
    readonly publicKey: string;
    readonly privateKey: string;
    readonly clientId: string;
    /** ConnectWise Automate, for its scripts: another server with another login. */
    readonly automate?: { readonly url: string; readonly user: string; readonly password: string };
  };
  readonly csv?: {
    readonly directory: string;
    /** How dates that start with no year are written; asked for when it matters. */
    readonly dateOrder?: "dmy" | "mdy" | "ymd";
    /** IANA name, for dates without a zone; UTC when absent. */
    readonly timeZone?: string;
    /** What abbreviations of time zones mean in dates (`EST`): IANA names or offsets. */
    readonly zones?: Readonly<Record<string, string>>;
    /** By file and header: the field that a column is, `custom` for a custom field, null to leave it out. */
    readonly columns?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
    /** By file: the object it holds, where its name doesn't tell. */
    readonly objects?: Readonly<Record<string, CsvObjectName>>;
  };
}

export interface DestinationCredentials {
  readonly intercom: { readonly url: string; readonly token: string };
}

/** What FILE and the one-time page hold, secrets resolved. */
export interface Credentials {
  readonly source: SourceCredentials;
  readonly destination: DestinationCredentials;
  /** A staging workspace for samples. */
  readonly staging?: DestinationCredentials;
}
