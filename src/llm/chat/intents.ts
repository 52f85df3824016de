// What a question is about, without a model: plain patterns, English and German; anything else is "unknown".
import { plainText } from "./clauses.ts";

export type Intent =
  | { readonly about: "status" | "help" | "start" | "unknown" | "exceptions" | "report" }
  | {
      readonly about: "topic";
      readonly topic:
        | "numbers"
        | "time"
        | "slas"
        | "attachments"
        | "automations"
        | "notes"
        | "articles"
        | "configurations"
        | "duration"
        | "cost"
        | "stop"
        | "irreversible"
        | "approvers"
        | "correct";
    }
  | { readonly about: "ticket"; readonly ticketId: string };

type Topic = Extract<Intent, { about: "topic" }>["topic"];

const TICKET =
  /(?:\b(?:where|find|wo|finde|ticket|conversation of)\b\D{0,40}?#?(\d{1,18})\b)|^#?(\d{4,18})$/iu;
const HELP = /^(?:help|hilfe|\?|was kannst du|was können sie|what can you do)\s*\??$/iu;
const STATUS =
  /\b(?:status|where are we|where do we stand|how far|progress|what(?:'|’)s (?:next|going on)|what next|wo stehen wir|wie weit|fortschritt|stand der dinge|wie ist der stand|was ist als nächstes|wie geht(?:'|’)?s weiter|wie geht es weiter)\b/iu;
const EXCEPTIONS =
  /\b(?:exceptions?|failed|failing|failures?|errors?|went wrong|goes wrong|is wrong|ausnahmen?|fehler\w*|fehlgeschlagen\w*|schief\w*|gescheitert\w*|nicht geklappt)\b/iu;
const REPORT = /\b(?:reports?|certificate|csv|cross[- ]?reference|berichte?|zertifikat|querverweise?)\b/iu;
const START =
  /^(?:(?:hi|hello|hey|hallo|moin|servus|grüß \w+|guten (?:tag|morgen|abend)|good \w+)\b.{0,80})?$|^(?:please\s+|bitte\s+)?(?:start|begin|go|los|anfangen|starten|beginnen?)\b/iu;
/** Somebody who asks wants words back, whatever verbs are in it. */
const ASKS =
  /^(?:where|what|how|who|why|when|which|is|are|was|were|do|does|did|will|can i|can we|may i|should|wo|was|wie|wer|wen|wem|warum|wieso|wann|welche[rsn]?|ist|sind|wird|werden|kann ich|können wir|darf|dürfen|muss|gibt es|hat|haben)\b/iu;
/** "Can you set …" asks for a deed. */
const ASKS_FOR_DEED =
  /^(?:can|could|would|will) you\b|^(?:kannst|könntest|würdest) du\b|^(?:können|könnten|würden) sie\b/iu;

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    "irreversible",
    /\b(?:can(?:no|')?t be undone|cannot be undone|irreversible|undo(?:ne)?|roll(?:ed)?[\s-]?back|take (?:it )?back|reverse|rückgängig|zurückrollen|zurücknehmen|zurückdrehen|unumkehrbar|rollback)\b/iu,
  ],
  [
    "approvers",
    /\b(?:who (?:may|can|must|has to|is allowed to|should|needs to)? ?(?:approves?|decides?|confirms?|sign)|approvals?|approvers?|who (?:may|can) (?:approve|start|stop)|wer (?:darf|kann|muss|soll)|freigeben|freigaben?|genehmig\w*|wer entscheidet)\b/iu,
  ],
  [
    "stop",
    /\b(?:stop|pause|cancel|abort|halt|interrupt|stopp\w*|anhalten|abbrechen|pausieren|unterbrechen|aufhören)\b/iu,
  ],
  [
    "cost",
    /\b(?:costs?|price|pricing|pay|expensive|how much (?:is|does|will)|kosten|kostet|preis|bezahl\w*|teuer)\b/iu,
  ],
  [
    "duration",
    /\b(?:how long|how many hours|duration|when (?:will|is) (?:it|this|the move) (?:be )?(?:done|ready|finished|over)|eta|time left|wie lange|dauert|dauer|wann (?:ist|sind|wird).{0,30}fertig|restzeit)\b/iu,
  ],
  [
    "correct",
    /\b(?:how (?:do|can) (?:i|we) (?:change|correct|fix|edit)|change the map|correct the map|wie (?:ändere|korrigiere) ich|karte ändern|zuordnung(?:en)? (?:ändern|korrigieren)|wie (?:kann|können) (?:ich|wir) .{0,30}(?:ändern|korrigieren))\b/iu,
  ],
  [
    "numbers",
    /\b(?:ticket (?:numbers?|ids?)|old (?:numbers?|ids?)|ids?|ticketnummern?|alte nummern?|nummern?|numbers?)\b/iu,
  ],
  [
    "time",
    /\b(?:time (?:entries|entry|sheets?|tracking)|billing|billable|invoices?|hours|rates|zeiteinträge\w*|zeiterfassung|zeiten|abrechnung|rechnungen|stunden|stundensätze)\b/iu,
  ],
  ["articles", /\b(?:knowledge[\s-]?base|articles?|kb|wissensdatenbank|artikel)\b/iu],
  ["slas", /\b(?:slas?|breach\w*|service levels?|service-levels?|reaktionszeit\w*)\b/iu],
  [
    "attachments",
    /\b(?:attachments?|files?|images?|pictures?|screenshots?|anhänge?n?|anhang|dateien?|bilder|screenshots?)\b/iu,
  ],
  ["automations", /\b(?:automat\w+|workflows?|scripts?|rules|macros?|bots?|skripte?|regeln|makros?)\b/iu],
  [
    "notes",
    /\b(?:notes?|comments?|internal|messages?|notizen?|kommentare?|interne\w*|nachrichten|unterhaltungen)\b/iu,
  ],
  [
    "configurations",
    /\b(?:configurations?|assets?|devices?|cmdb|cis?|konfiguration\w*|geräte?n?|assets?|inventar)\b/iu,
  ],
];

/** True for a text that wants an answer, not a change. */
export function asksSomething(text: string): boolean {
  const plain = plainText(text).replace(/\s+/g, " ");
  return ASKS.test(plain) && !ASKS_FOR_DEED.test(plain);
}

/** `text` as Slack sends it. Texts never approve or start a write, whatever they say. */
export function readIntent(text: string): Intent {
  const plain = plainText(text).replace(/\s+/g, " ").slice(0, 500).trim();
  const ticket = TICKET.exec(plain);
  const ticketId = ticket?.[1] ?? ticket?.[2];
  if (ticketId) return { about: "ticket", ticketId };
  if (HELP.test(plain)) return { about: "help" };
  const topic = TOPICS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (REPORT.test(plain) && topic === undefined) return { about: "report" };
  const status = STATUS.test(plain);
  if (EXCEPTIONS.test(plain)) return { about: "exceptions" };
  if (status && (topic === undefined || !asksSomething(plain))) return { about: "status" };
  if (START.test(plain)) return { about: "start" };
  if (topic) return { about: "topic", topic };
  return status ? { about: "status" } : { about: "unknown" };
}
