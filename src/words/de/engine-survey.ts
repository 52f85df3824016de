// German: what the survey says of a source.
import type { Sentence } from "../engine-sentences.ts";
import { leftBehindSentences } from "./engine-left-behind.ts";

const oddCases: readonly Sentence[] = [
  [
    "{} contacts have no e-mail address. They are moved all the same, and known by their ConnectWise id.",
    "{1} Kontakte haben keine E-Mail-Adresse. Sie ziehen trotzdem um und sind an ihrer ConnectWise-Nummer zu erkennen.",
  ],
  [
    "{} contacts share an e-mail address with another one. Intercom allows an address once: the oldest contact keeps it, the others keep it as text.",
    "{1} Kontakte teilen sich eine E-Mail-Adresse mit einem anderen. Intercom erlaubt jede Adresse nur einmal: Der älteste Kontakt behält sie, bei den anderen steht sie als Text.",
  ],
  [
    "{} contacts belong to no company. They are moved without one.",
    "{1} Kontakte gehören zu keiner Firma. Sie ziehen ohne Firma um.",
  ],
  [
    "{} companies are deleted in ConnectWise, though old tickets may name them. They are moved only if you choose so.",
    "{1} Firmen sind in ConnectWise gelöscht, auch wenn alte Tickets sie noch nennen. Sie ziehen nur um, wenn Sie es so wählen.",
  ],
  [
    "{} companies have several sites. The primary one becomes the address, the others are kept as text.",
    "{1} Firmen haben mehrere Standorte. Der Hauptstandort wird zur Adresse, die anderen bleiben als Text.",
  ],
  [
    "{} tickets name no contact. Their conversations are opened for a stand-in of the company.",
    "{1} Tickets nennen keinen Kontakt. Ihre Unterhaltungen eröffnet ein Platzhalter der Firma.",
  ],
  [
    "{} tickets were merged into another one. They become conversations of their own that name it.",
    "{1} Tickets wurden in ein anderes zusammengeführt. Sie werden eigene Unterhaltungen, die es nennen.",
  ],
  [
    "{} tickets are children of another one. They become conversations of their own that name it.",
    "{1} Tickets sind einem anderen untergeordnet. Sie werden eigene Unterhaltungen, die es nennen.",
  ],
  [
    "{} tickets belong to projects. They become conversations with the project's name; billing and milestones don't move.",
    "{1} Tickets gehören zu Projekten. Sie werden Unterhaltungen mit dem Namen des Projekts; Abrechnung und Meilensteine ziehen nicht um.",
  ],
  [
    "{} tickets are owned by somebody who is no longer a member. They go to the fallback admin, with the name in the text.",
    "{1} Tickets gehören jemandem, der kein Mitglied mehr ist. Sie gehen an den Ersatz-Admin, der Name steht im Text.",
  ],
  [
    "{} tickets have an SLA that counts business hours, and ConnectWise names no goal for them. The SLA's name moves; the time of the breach stays empty.",
    "{1} Tickets haben ein SLA, das Geschäftszeiten zählt, und ConnectWise nennt kein Ziel dafür. Der Name des SLAs zieht um; der Zeitpunkt der Verletzung bleibt leer.",
  ],
  [
    "{} tickets have over {} notes. All of them move, and go on in further conversations, linked both ways: Intercom lets programs read back only the newest 500 messages of one.",
    "{1} Tickets haben über {2} Notizen. Alle ziehen um und gehen in weiteren Unterhaltungen weiter, in beide Richtungen verlinkt: Intercom lässt Programme nur die neuesten 500 Nachrichten einer Unterhaltung zurücklesen.",
  ],
  [
    "{} tickets have a file over 10 MB. Such files are named with their link instead, unless the map allows larger ones.",
    "{1} Tickets haben eine Datei über 10 MB. Statt solcher Dateien steht ihr Name mit Link da, außer die Zuordnung erlaubt größere.",
  ],
  [
    "{} members are inactive. Their tickets keep their name and go to the fallback admin.",
    "{1} Mitglieder sind inaktiv. Ihre Tickets behalten deren Namen und gehen an den Ersatz-Admin.",
  ],
  [
    "{} boards share their name with another one. They are told apart by their id.",
    "{1} Boards heißen wie ein anderes. Ich unterscheide sie an ihrer Nummer.",
  ],
  [
    "{} statuses have the same name on several boards. Each is mapped for its own board.",
    "{1} Status heißen auf mehreren Boards gleich. Jeder wird für sein eigenes Board zugeordnet.",
  ],
  [
    "{} statuses sound closed but don't count as closed in ConnectWise. Please look at them in the map.",
    "{1} Status klingen abgeschlossen, gelten in ConnectWise aber nicht als geschlossen. Bitte sehen Sie sie in der Zuordnung an.",
  ],
  [
    "{} custom fields have the same caption as another one. Each becomes an attribute with a name of its own.",
    "{1} eigene Felder heißen wie ein anderes. Jedes wird ein Attribut mit eigenem Namen.",
  ],
  [
    "{} configurations are kept as a summary only: type, serial number and last sign of life on their contact, and a note on open tickets that they hang on.",
    "{1} Configurations bleiben nur als Zusammenfassung: Typ, Seriennummer und letztes Lebenszeichen beim Kontakt, dazu eine Notiz an offenen Tickets, an denen sie hängen.",
  ],
  [
    "{} configurations belong to no contact. They are in the exported file, and on no record in Intercom.",
    "{1} Configurations gehören zu keinem Kontakt. Sie stehen in der exportierten Datei und an keinem Datensatz in Intercom.",
  ],
  [
    "{} configurations are part of another one. Intercom keeps no hierarchy; it is in the exported file.",
    "{1} Configurations sind Teil einer anderen. Intercom kennt keine Hierarchie; sie steht in der exportierten Datei.",
  ],
  [
    "{} agreements become type, dates, service level and amount on the contacts of their company. Billing needs another tool.",
    "{1} Verträge werden zu Art, Laufzeit, Service-Level und Betrag bei den Kontakten der Firma. Die Abrechnung braucht ein anderes Werkzeug.",
  ],
  [
    "{} projects become name, number and phase on each of their tickets. Billing and milestones are exported as files.",
    "{1} Projekte werden zu Name, Nummer und Phase an jedem ihrer Tickets. Abrechnung und Meilensteine werden als Dateien exportiert.",
  ],
  [
    "{} workflow rules are not moved. They are exported with a guide to rebuild them in Intercom.",
    "{1} Workflow-Regeln ziehen nicht um. Sie werden exportiert, mit einer Anleitung, sie in Intercom nachzubauen.",
  ],
];

const single: readonly Sentence[] = [
  [
    "{} contact has no e-mail address. It is moved all the same, and known by its ConnectWise id.",
    "{1} Kontakt hat keine E-Mail-Adresse. Er zieht trotzdem um und ist an seiner ConnectWise-Nummer zu erkennen.",
  ],
  [
    "{} contact belongs to no company. It is moved without one.",
    "{1} Kontakt gehört zu keiner Firma. Er zieht ohne Firma um.",
  ],
  [
    "{} company is deleted in ConnectWise, though old tickets may name it. It is moved only if you choose so.",
    "{1} Firma ist in ConnectWise gelöscht, auch wenn alte Tickets sie noch nennen. Sie zieht nur um, wenn Sie es so wählen.",
  ],
  [
    "{} company has several sites. The primary one becomes the address, the others are kept as text.",
    "{1} Firma hat mehrere Standorte. Der Hauptstandort wird zur Adresse, die anderen bleiben als Text.",
  ],
  [
    "{} ticket names no contact. Its conversation is opened for a stand-in of the company.",
    "{1} Ticket nennt keinen Kontakt. Seine Unterhaltung eröffnet ein Platzhalter der Firma.",
  ],
  [
    "{} ticket was merged into another one. It becomes a conversation of its own that names it.",
    "{1} Ticket wurde in ein anderes zusammengeführt. Es wird eine eigene Unterhaltung, die es nennt.",
  ],
  [
    "{} ticket is the child of another one. It becomes a conversation of its own that names it.",
    "{1} Ticket ist einem anderen untergeordnet. Es wird eine eigene Unterhaltung, die es nennt.",
  ],
  [
    "{} ticket belongs to a project. It becomes a conversation with the project's name; billing and milestones don't move.",
    "{1} Ticket gehört zu einem Projekt. Es wird eine Unterhaltung mit dem Namen des Projekts; Abrechnung und Meilensteine ziehen nicht um.",
  ],
  [
    "{} ticket is owned by somebody who is no longer a member. It goes to the fallback admin, with the name in the text.",
    "{1} Ticket gehört jemandem, der kein Mitglied mehr ist. Es geht an den Ersatz-Admin, der Name steht im Text.",
  ],
  [
    "{} ticket has an SLA that counts business hours, and ConnectWise names no goal for it. The SLA's name moves; the time of the breach stays empty.",
    "{1} Ticket hat ein SLA, das Geschäftszeiten zählt, und ConnectWise nennt kein Ziel dafür. Der Name des SLAs zieht um; der Zeitpunkt der Verletzung bleibt leer.",
  ],
  [
    "{} member is inactive. Their tickets keep their name and go to the fallback admin.",
    "{1} Mitglied ist inaktiv. Seine Tickets behalten den Namen und gehen an den Ersatz-Admin.",
  ],
  [
    "{} status sounds closed but doesn't count as closed in ConnectWise. Please look at it in the map.",
    "{1} Status klingt abgeschlossen, gilt in ConnectWise aber nicht als geschlossen. Bitte sehen Sie ihn in der Zuordnung an.",
  ],
];

const grades: readonly Sentence[] = [
  [
    "No ticket can be read, so there is nothing to move yet.",
    "Kein Ticket lässt sich lesen, es gibt also noch nichts zu übertragen.",
  ],
  [
    "Companies, contacts and tickets all have their place in Intercom, with few exceptions.",
    "Firmen, Kontakte und Tickets haben mit wenigen Ausnahmen ihren Platz in Intercom.",
  ],
  [
    "About {}% of tickets or contacts need a rule of their own, such as merged tickets or contacts without an e-mail address.",
    "Etwa {1} % der Tickets oder Kontakte brauchen eine eigene Regel, zum Beispiel zusammengeführte Tickets oder Kontakte ohne E-Mail-Adresse.",
  ],
  [
    "There are {} custom fields in use, more than Intercom has attributes for.",
    "{1} eigene Felder sind in Gebrauch, mehr als Intercom Attribute hat.",
  ],
  [
    "All {} custom fields in use become attributes as they are.",
    "Alle {1} eigenen Felder in Gebrauch werden Attribute, so wie sie sind.",
  ],
  [
    "{} of {} custom fields in use need a decision, mostly because their texts are long.",
    "Bei {1} von {2} eigenen Feldern in Gebrauch ist etwas zu entscheiden, meist weil ihre Texte lang sind.",
  ],
  [
    "{} of {} custom fields in use needs a decision, mostly because its texts are long.",
    "Bei {1} von {2} eigenen Feldern in Gebrauch ist etwas zu entscheiden, meist weil seine Texte lang sind.",
  ],
  [
    "The full run takes about {} minute, within a day.",
    "Die vollständige Übertragung dauert etwa {1} Minute, weniger als einen Tag.",
  ],
  [
    "The full run takes about {} minutes, within a day.",
    "Die vollständige Übertragung dauert etwa {1} Minuten, weniger als einen Tag.",
  ],
  [
    "The full run takes about {} hours, within a day.",
    "Die vollständige Übertragung dauert etwa {1} Stunden, weniger als einen Tag.",
  ],
  [
    "The full run takes {} to {} hours, within a day.",
    "Die vollständige Übertragung dauert {1} bis {2} Stunden, weniger als einen Tag.",
  ],
  [
    "The full run takes {} to {} hours; plan for several days while the desk stays in use.",
    "Die vollständige Übertragung dauert {1} bis {2} Stunden; rechnen Sie mit mehreren Tagen, in denen der Helpdesk in Gebrauch bleibt.",
  ],
  [
    "The full run takes about {} hours; plan for several days while the desk stays in use.",
    "Die vollständige Übertragung dauert etwa {1} Stunden; rechnen Sie mit mehreren Tagen, in denen der Helpdesk in Gebrauch bleibt.",
  ],
  ["The API member may not read: {}.", "Das API-Mitglied darf dies nicht lesen: {1}."],
  ["The API member sees only a part of: {}.", "Das API-Mitglied sieht nur einen Teil von: {1}."],
  ["The API member may not read the boards {}.", "Das API-Mitglied darf diese Boards nicht lesen: {1}."],
  [
    "Everything is read from files, so no API limits the reading.",
    "Alles wird aus Dateien gelesen, keine API begrenzt das Lesen.",
  ],
  [
    "All needed rights are there; reading takes about {} requests, most of them for notes.",
    "Alle nötigen Rechte sind da; das Lesen braucht etwa {1} Anfragen, die meisten für Notizen.",
  ],
  [
    "{} records are more than we estimate by formula: this move is scoped individually.",
    "{1} Datensätze sind mehr, als sich nach Formel schätzen lässt: Dieser Umzug wird einzeln geplant.",
  ],
  ["{} records are moved or read.", "{1} Datensätze werden übertragen oder gelesen."],
];

export const surveySentences: readonly Sentence[] = [
  ...leftBehindSentences,
  ...oddCases,
  ...single,
  ...grades,
];
