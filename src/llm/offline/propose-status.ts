// Statuses → open, snoozed or closed: ConnectWise's closed flag first, then the words of the name, English and German.
import type { StatusRule } from "../../engine/field-map/schema.ts";
import type { Survey } from "../../engine/model/survey.ts";

type State = StatusRule["state"];

/** Word beginnings; the first list that matches wins. A negation is open, whatever follows it. */
const WORDS: readonly (readonly [State, number, RegExp])[] = [
  [
    "open",
    0.85,
    /(?<!\p{L})(?:re-?open|not (?:completed?|closed|resolved|done|started)|(?:do not|don['’]t|no longer|never) |un(?:resolved|solved|assigned)|incomplete|nicht|noch nicht|wieder ?(?:ge)?öffnet|niet |ne pas )/u,
  ],
  [
    "snoozed",
    0.9,
    /(?<!\p{L})(?:waiting|awaiting|pending|on hold|hold|paused?|deferred|snoozed?|warte[nt]?(?!\p{L})|ausstehend|zurückgestellt|pausiert|ruht|en attente|esperando|en espera|pendiente|wacht(?:en|end)?)/u,
  ],
  [
    "snoozed",
    0.78,
    /(?<!\p{L})(?:vendor|sched(?:uled?)?(?!\p{L})|follow[- ]?up|parts|rma|(?:quote|proposal|invoice) sent|(?:ein)?geplant|terminiert|lieferant|hersteller|wiedervorlage|rückmeldung|rückfrage|angebot|planifié|programado|gepland)/u,
  ],
  // Work that is over, yet somebody has to look: a person decides.
  ["open", 0.7, /(?<!\p{L})(?:needs?|needed|to be|review|prüfen|prüfung)(?!\p{L})/u],
  [
    "closed",
    0.88,
    /(?<!\p{L})(?:complete[ds]?|closed?|resolved|done|solved|finished|cancell?ed|erledigt|geschlossen|abgeschlossen|gelöst|storniert|beendet|résolu|clôturé|fermé|terminé|cerrado|resuelto|gesloten|opgelost)/u,
  ],
  [
    "closed",
    0.78,
    /(?<!\p{L})(?:won|lost|declined|duplicate|rejected|abgelehnt|zurückgezogen|withdrawn|dublette|survey|annulé|cancelado)/u,
  ],
  [
    "open",
    0.92,
    /(?<!\p{L})(?:new|open|in progress|assigned|work(?:ing)?|responded|escalated?|triage|on ?site|neu|offen|in (?:arbeit|bearbeitung|behandeling)|zugewiesen|eskaliert|vor ort|(?:customer|client) (?:updated|replied)|nouveau|en cours|nuevo|en curso|abierto|nieuw)(?!\p{L})/u,
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
