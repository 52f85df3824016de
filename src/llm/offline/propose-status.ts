// Statuses → open, snoozed or closed: ConnectWise's closed flag first, then the words of the name, English and German.
import type { StatusRule } from "../../engine/field-map/schema.ts";
import type { Survey } from "../../engine/model/survey.ts";

type State = StatusRule["state"];

/** Word beginnings; the first list that matches wins. "Not completed" and "reopened" are open, whatever follows. */
const WORDS: readonly (readonly [State, number, RegExp])[] = [
  [
    "open",
    0.85,
    /\b(?:re-?open|not (?:completed?|closed|resolved|done)|incomplete|nicht|wieder ?(?:ge)?öffnet)/u,
  ],
  [
    "snoozed",
    0.9,
    /\b(?:waiting|awaiting|pending|on hold|hold|paused?|deferred|snoozed?|wart|ausstehend|zurückgestellt|pausiert)/u,
  ],
  [
    "snoozed",
    0.78,
    /\b(?:vendor|scheduled?|follow[- ]?up|parts|rma|geplant|terminiert|lieferant|hersteller|wiedervorlage|rückmeldung)/u,
  ],
  [
    "closed",
    0.88,
    /\b(?:completed?|closed?|resolved|done|solved|finished|cancell?ed|erledigt|geschlossen|abgeschlossen|gelöst|storniert|beendet)/u,
  ],
  ["closed", 0.78, /\b(?:won|lost|declined|duplicate|rejected|abgelehnt|dublette|survey)/u],
  [
    "open",
    0.92,
    /\b(?:new|open|in progress|assigned|work(?:ing)?|responded|escalated|neu|offen|in (?:arbeit|bearbeitung)|zugewiesen|eskaliert|customer updated)/u,
  ],
];

const WHAT: Readonly<Record<State, string>> = {
  open: "the work goes on",
  snoozed: "it waits for somebody or for a date",
  closed: "the work is over",
};

export function proposeStatus(status: Survey["statuses"][number]): StatusRule {
  const { boardId, id, name, closed } = status;
  const row = { boardId, statusId: id, name, origin: "offline", decided: false } as const;
  if (closed) {
    return { ...row, state: "closed", confidence: 0.98, reason: "ConnectWise marks this status as closed." };
  }
  const text = name.normalize("NFC").toLowerCase().replaceAll("_", " ");
  const found = WORDS.find(([, , pattern]) => pattern.test(text));
  if (!found)
    return {
      ...row,
      state: "open",
      confidence: 0.5,
      reason: "Its name tells nothing, and it is not marked as closed.",
    };
  const [state, confidence, pattern] = found;
  const word = pattern.exec(text)?.[0] ?? "";
  // The name says done, the flag says not: real tenants have that, and a person should know.
  const doubt = state === "closed" ? 0.18 : 0;
  const flag = state === "closed" ? ", though ConnectWise does not mark it as closed" : "";
  return {
    ...row,
    state,
    confidence: confidence - doubt,
    reason: `"${word}" says that ${WHAT[state]}${flag}.`,
  };
}
