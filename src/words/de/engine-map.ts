// German: why a row of the map is as it is, who drafted it, and what a rollback leaves behind.
import type { Sentence } from "../engine-sentences.ts";

const drafted: readonly Sentence[] = [
  [
    "The built-in rules drafted the whole map: {}.",
    "Die eingebauten Regeln haben die ganze Zuordnung entworfen: {1}.",
  ],
  [
    "Of {} ({}), a model drafted {} and the built-in rules {}.",
    "Von {1} ({2}) hat ein Sprachmodell {3} entworfen, die eingebauten Regeln {4}.",
  ],
  ["No row is doubtful.", "Keine Zeile ist zweifelhaft."],
  ["{} is doubtful and will be asked.", "{1} ist zweifelhaft, und ich frage danach."],
  ["{} are doubtful and will be asked.", "{1} sind zweifelhaft, und ich frage danach."],
  [
    "No model was asked: its budget for this move is used up.",
    "Es wurde kein Sprachmodell gefragt: Sein Budget für diesen Umzug ist aufgebraucht.",
  ],
  ["A model was asked, but {}.", "Ein Sprachmodell wurde gefragt, aber {1}."],
  ["the model did not answer in time", "es hat nicht rechtzeitig geantwortet"],
  ["the model declined to answer", "es wollte nicht antworten"],
  ["the model gave no answer", "es kam keine Antwort"],
  ["the model's answer was cut off", "seine Antwort brach ab"],
  ["the model's answer was far too long", "seine Antwort war viel zu lang"],
  ["the model's answer was not in the agreed form", "seine Antwort hatte nicht die vereinbarte Form"],
  ["the model's server could not be reached", "sein Server war nicht zu erreichen"],
  ["the model's server refused the API key", "sein Server wies den API-Schlüssel zurück"],
  ["the model's server is over its rate limit", "sein Server ist am Limit"],
  [
    "{} of the model's answers could not be used and were left out.",
    "{1} Antworten des Sprachmodells waren nicht zu gebrauchen und blieben weg.",
  ],
  [
    "{} of the model's answers could not be used and was left out.",
    "{1} Antwort des Sprachmodells war nicht zu gebrauchen und blieb weg.",
  ],
];

const people: readonly Sentence[] = [
  ["A person decided this.", "Das hat ein Mensch entschieden."],
  ["An earlier map says so.", "So steht es in einer früheren Zuordnung."],
  ["The model gave no reason.", "Das Sprachmodell nannte keinen Grund."],
  ["The names agree.", "Die Namen stimmen überein."],
  ["ConnectWise marks this status as closed.", "ConnectWise führt diesen Status als geschlossen."],
  [
    "ConnectWise does not mark this status as closed.",
    "ConnectWise führt diesen Status nicht als geschlossen.",
  ],
  [
    "Its name tells nothing, and it is not marked as closed.",
    "Sein Name verrät nichts, und er gilt nicht als geschlossen.",
  ],
  ['"{}" says that the work goes on.', "„{1}“ heißt, dass die Arbeit weitergeht."],
  [
    '"{}" says that it waits for somebody or for a date.',
    "„{1}“ heißt, dass auf jemanden oder einen Termin gewartet wird.",
  ],
  ['"{}" says that the work is over.', "„{1}“ heißt, dass die Arbeit erledigt ist."],
  [
    '"{}" says that the work is over, though ConnectWise does not mark it as closed.',
    "„{1}“ heißt, dass die Arbeit erledigt ist, obwohl ConnectWise ihn nicht als geschlossen führt.",
  ],
  ["The API member may not read this board.", "Das API-Mitglied darf dieses Board nicht lesen."],
  ['Intercom has a team "{}".', "Intercom hat ein Team „{1}“."],
  ["Several teams in Intercom bear this name.", "Mehrere Teams in Intercom heißen so."],
  [
    "No team bears this name: people create it in Intercom.",
    "Kein Team heißt so: Menschen legen es in Intercom an.",
  ],
  [
    "No team bears this name. Is it a new team, or one that you have, such as {}?",
    "Kein Team heißt so. Ist es ein neues Team oder eines, das Sie haben, etwa {1}?",
  ],
  ['The team "{}" has nearly the same name.', "Das Team „{1}“ heißt fast genauso."],
  ['It might be the team "{}", or a new one.', "Es könnte das Team „{1}“ sein oder ein neues."],
  [
    'Several teams are like it, "{}" among them: choose one, or a new team is asked for.',
    "Mehrere Teams sind ihm ähnlich, darunter „{1}“: Wählen Sie eines, sonst wird ein neues gebraucht.",
  ],
  ['"{}" reads as short for the team "{}".', "„{1}“ liest sich wie eine Abkürzung für das Team „{2}“."],
  [
    "It reads like a customer's name; a team is a group of your people. Which team works for it?",
    "Das liest sich wie der Name eines Kunden; ein Team ist eine Gruppe Ihrer Leute. Welches Team arbeitet dafür?",
  ],
  ["The e-mail addresses are the same.", "Die E-Mail-Adressen sind gleich."],
  [
    "The admin with this e-mail has no inbox seat: the fallback admin writes, naming them.",
    "Der Admin mit dieser E-Mail-Adresse hat keinen Inbox-Platz: Der Ersatz-Admin schreibt und nennt den Namen.",
  ],
  [
    "No admin has this e-mail: the fallback admin writes, naming them.",
    "Kein Admin hat diese E-Mail: Der Ersatz-Admin schreibt und nennt den Namen.",
  ],
  [
    "Inactive, and no admin has this e-mail: the fallback admin writes, naming them.",
    "Inaktiv, und kein Admin hat diese E-Mail: Der Ersatz-Admin schreibt und nennt den Namen.",
  ],
  [
    'The name is that of "{}", though the e-mails differ.',
    "Der Name ist der von „{1}“, obwohl die E-Mails verschieden sind.",
  ],
  ["Several admins are like this name: {}.", "Mehrere Admins heißen ähnlich: {1}."],
  [
    '"{}" is a little like this name; the e-mails differ.',
    "„{1}“ ist dem Namen etwas ähnlich; die E-Mails sind verschieden.",
  ],
];

const fields: readonly Sentence[] = [
  ["Passwords are never read nor moved.", "Kennwörter werden weder gelesen noch übertragen."],
  ["A button holds no value.", "Eine Schaltfläche hat keinen Wert."],
  [
    "Its name says that it holds a secret: it stays behind unless you say otherwise.",
    "Sein Name sagt, dass es ein Geheimnis enthält: Es bleibt zurück, außer Sie wollen es anders.",
  ],
  [
    "Its values look like secrets: it stays behind unless you say otherwise.",
    "Seine Werte sehen nach Geheimnissen aus: Es bleibt zurück, außer Sie wollen es anders.",
  ],
  [
    "It holds protected data of persons: it stays behind unless you say otherwise.",
    "Es enthält geschützte Daten von Personen: Es bleibt zurück, außer Sie wollen es anders.",
  ],
  [
    "Not every value can be read as {}: kept as text, as it is.",
    "Nicht jeder Wert lässt sich als {1} lesen: bleibt Text, so wie er ist.",
  ],
  ["ConnectWise offers a list of values for it.", "ConnectWise bietet dafür eine Liste von Werten."],
  ["It is a checkbox.", "Es ist ein Kontrollkästchen."],
  ["It is a date; Intercom shows it with a time of day.", "Es ist ein Datum; Intercom zeigt es mit Uhrzeit."],
  ["It is a number.", "Es ist eine Zahl."],
  ["It is a percentage, kept as a number.", "Es ist ein Prozentwert, als Zahl behalten."],
  ["It is an amount; the currency sign is not kept.", "Es ist ein Betrag; das Währungszeichen bleibt weg."],
  ["{} is kept as text.", "{1} bleibt Text."],
  [
    "It is a text of several lines: whole in an internal note.",
    "Es ist ein Text mit mehreren Zeilen: ganz in einer internen Notiz.",
  ],
  [
    "Some values are longer than 255 characters: whole in an internal note.",
    "Manche Werte sind länger als 255 Zeichen: ganz in einer internen Notiz.",
  ],
  [
    "It is a text of several lines: an attribute cuts it at 255 characters, and says so.",
    "Es ist ein Text mit mehreren Zeilen: Ein Attribut kürzt ihn auf 255 Zeichen und sagt es.",
  ],
  [
    "Some values are longer than 255 characters: an attribute cuts it at 255 characters, and says so.",
    "Manche Werte sind länger als 255 Zeichen: Ein Attribut kürzt sie und sagt es.",
  ],
  ["No value was seen; text takes whatever comes.", "Es war kein Wert zu sehen; Text nimmt, was kommt."],
  ["It names something: kept as text.", "Es benennt etwas: bleibt Text."],
  ["All sampled values are dates.", "Alle gesehenen Werte sind Daten."],
  ["All sampled values are yes or no.", "Alle gesehenen Werte sind Ja oder Nein."],
  [
    "The values look like numbers, yet the field is text: kept as text.",
    "Die Werte sehen wie Zahlen aus, doch das Feld ist Text: bleibt Text.",
  ],
  ["It is a text of the ticket.", "Es ist ein Text des Tickets."],
  ["It is a text of the contact.", "Es ist ein Text des Kontakts."],
  ["It is a text of the company.", "Es ist ein Text der Firma."],
];

/** Reasons of the mapping table for standard fields. */
const table: readonly Sentence[] = [
  [
    "Traces a contact's company back to ConnectWise.",
    "Führt von der Firma eines Kontakts zurück zu ConnectWise.",
  ],
  ["Agents see the company on the contact.", "So sieht man die Firma beim Kontakt."],
  ["The primary site's address, in one line.", "Die Adresse des Hauptstandorts, in einer Zeile."],
  ["The company's main number.", "Die Hauptnummer der Firma."],
  ["The company's website.", "Die Website der Firma."],
  ["The sales or service territory.", "Das Vertriebs- oder Servicegebiet."],
  [
    "Company types, comma-separated where there are several.",
    "Firmentypen, durch Kommas getrennt, wo es mehrere sind.",
  ],
  [
    "Intercom keeps one address: further sites as text.",
    "Intercom behält eine Adresse: weitere Standorte als Text.",
  ],
  [
    "The agreement in force; Intercom has no contracts.",
    "Der geltende Vertrag; Intercom kennt keine Verträge.",
  ],
  ["When the agreement began.", "Beginn des Vertrags."],
  ["Empty when it never ends.", "Leer, wenn er nie endet."],
  ["The service level that the agreement grants.", "Das Service-Level, das der Vertrag zusagt."],
  ["For reference: Intercom bills nothing.", "Zum Nachschlagen: Intercom rechnet nichts ab."],
  ["Further agreements as text.", "Weitere Verträge als Text."],
  ["Traces the company back to ConnectWise.", "Führt von der Firma zurück zu ConnectWise."],
  ["Says where the record came from.", "Sagt, woher der Datensatz kam."],
  ["Intercom shows the import's date otherwise.", "Sonst zeigt Intercom das Datum des Imports."],
  ["Deltas and audits lean on it.", "Darauf stützen sich Nachläufe und Prüfungen."],
  ["The company's status in ConnectWise.", "Der Status der Firma in ConnectWise."],
  ["Traces the contact back to ConnectWise.", "Führt vom Kontakt zurück zu ConnectWise."],
  ["The job title.", "Die Berufsbezeichnung."],
  [
    "Contact types, comma-separated where there are several.",
    "Kontakttypen, durch Kommas getrennt, wo es mehrere sind.",
  ],
  ["The site where the contact works.", "Der Standort, an dem der Kontakt arbeitet."],
  ["Intercom keeps one e-mail and one phone.", "Intercom behält eine E-Mail und ein Telefon."],
  ["Types of the contact's configurations.", "Typen der Configurations des Kontakts."],
  ["Their serial numbers, comma-separated.", "Ihre Seriennummern, durch Kommas getrennt."],
  ["When the last of them reported.", "Wann sich die letzte von ihnen gemeldet hat."],
  [
    "Intercom gives its own ids: the ticket number stays searchable.",
    "Intercom vergibt eigene Nummern: Die Ticketnummer bleibt auffindbar.",
  ],
  ["When the ticket was entered.", "Wann das Ticket erfasst wurde."],
  ["Closing carries the import's time in Intercom.", "Das Schließen trägt in Intercom die Zeit des Imports."],
  ["Intercom has no severity.", "Intercom kennt keinen Schweregrad."],
  ["Intercom has no impact.", "Intercom kennt keine Auswirkung."],
  ["Teams have no types: the board's type as text.", "Teams haben keine Typen: der Typ des Boards als Text."],
  ["Teams have no sub-types: as text.", "Teams haben keine Untertypen: als Text."],
  ["The board's item as text.", "Das Item des Boards als Text."],
  ["How the ticket came in.", "Wie das Ticket hereinkam."],
  [
    "Intercom knows open, snoozed and closed only.",
    "Intercom kennt nur offen, zurückgestellt und geschlossen.",
  ],
  [
    "The board it came from, whatever its team becomes.",
    "Das Board, von dem es kam, was immer sein Team wird.",
  ],
  ["When the resolution was due by SLA.", "Wann die Lösung nach SLA fällig war."],
  ["When the first response was due by SLA.", "Wann die erste Antwort nach SLA fällig war."],
  ["Whether ConnectWise counts the SLA as kept.", "Ob ConnectWise das SLA als eingehalten zählt."],
  ["When the customer was first answered.", "Wann der Kunde die erste Antwort bekam."],
  [
    "When the ticket was resolved, which may be before it was closed.",
    "Wann das Ticket gelöst war, vielleicht vor dem Schließen.",
  ],
  ["Who resolved the ticket.", "Wer das Ticket gelöst hat."],
  [
    "Who was in copy: Intercom's conversations begin with one contact.",
    "Wer in Kopie war: Intercoms Unterhaltungen beginnen mit einem Kontakt.",
  ],
  ["Intercom assigns one admin.", "Intercom weist einen Admin zu."],
  ["The number that the ticket has elsewhere.", "Die Nummer, die das Ticket anderswo hat."],
  ["The order that the work was done on.", "Die Bestellung, auf die gearbeitet wurde."],
  ["When work was planned to begin.", "Wann die Arbeit beginnen sollte."],
  ["The hours that were planned.", "Die geplanten Stunden."],
  [
    "The ticket or phase that had to be done before.",
    "Das Ticket oder die Phase, die vorher fertig sein musste.",
  ],
  ["The number that the company has in accounting.", "Die Nummer der Firma in der Buchhaltung."],
  ["The market that the company belongs to.", "Der Markt, zu dem die Firma gehört."],
  ["Who looks after the company.", "Wer die Firma betreut."],
  ["Whom to call first.", "Wen man zuerst anruft."],
  ["Intercom keeps no hierarchy of companies.", "Intercom kennt keine Hierarchie von Firmen."],
  ["When the company is at work.", "Wann die Firma arbeitet."],
  ["The department of the contact.", "Die Abteilung des Kontakts."],
  ["Whom the contact reports to.", "An wen der Kontakt berichtet."],
  ["Whether the SLA counts business hours only.", "Ob das SLA nur Geschäftszeiten zählt."],
  ["The sum of billable hours.", "Die Summe der abrechenbaren Stunden."],
  [
    "The hourly rate; several are averaged by hours.",
    "Der Stundensatz; mehrere werden nach Stunden gemittelt.",
  ],
  [
    "Intercom has no time entries; each is a note too.",
    "Intercom kennt keine Zeiteinträge; jeder ist auch eine Notiz.",
  ],
  ["Intercom has no projects: name and id.", "Intercom kennt keine Projekte: Name und Nummer."],
  ["Finds every conversation of a project.", "Findet jede Unterhaltung eines Projekts."],
  ["The phase of a project ticket.", "Die Phase eines Projekttickets."],
  ["Its number in the project's work breakdown.", "Seine Nummer im Projektstrukturplan."],
  ["The agreement that the ticket was worked under.", "Der Vertrag, unter dem das Ticket bearbeitet wurde."],
  ["Child tickets name their parent.", "Untergeordnete Tickets nennen ihr übergeordnetes."],
  ["Merged tickets name what they went into.", "Zusammengeführte Tickets nennen ihr Ziel."],
  ["Who closed the ticket.", "Wer das Ticket geschlossen hat."],
  ["When the customer needs it done.", "Bis wann der Kunde es braucht."],
  ["The customer's site that the ticket is about.", "Der Standort des Kunden, um den es geht."],
  ["Board priorities as a list.", "Die Prioritäten der Boards als Liste."],
  ["The SLA as a tier; its reporting restarts.", "Das SLA als Stufe; seine Auswertung beginnt neu."],
];

const left: readonly Sentence[] = [
  [
    "Intercom's quota is used up; going on in {} s.",
    "Das Kontingent von Intercom ist aufgebraucht; in {1} s geht es weiter.",
  ],
  [
    "Intercom archives attribute definitions and never deletes them.",
    "Intercom archiviert Attribute und löscht sie nie.",
  ],
  [
    "Reporting numbers of deleted conversations stay where the token lacks the scope to delete them.",
    "Auswertungszahlen gelöschter Unterhaltungen bleiben, wo dem Token das Recht fehlt, sie zu löschen.",
  ],
  [
    "Intercom keeps the reporting numbers of deleted conversations: the token lacks the scope delete_conversations_and_metrics.",
    "Intercom behält die Auswertungszahlen gelöschter Unterhaltungen: Dem Token fehlt das Recht delete_conversations_and_metrics.",
  ],
  [
    "Intercom archives attribute definitions and never deletes them: their names stay among the archived ones.",
    "Intercom archiviert Attribute und löscht sie nie: Ihre Namen bleiben unter den archivierten.",
  ],
  [
    "Attributes of {} records stay: records that were kept use them.",
    "Attribute von {1} bleiben: Behaltene Datensätze brauchen sie.",
  ],
];

export const mapSentences: readonly Sentence[] = [...drafted, ...people, ...fields, ...table, ...left];
