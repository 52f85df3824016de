// German: why a row of the map is as it is, who drafted it, and what a rollback leaves behind.
import type { Sentence } from "../engine-sentences.ts";
import { tableSentences } from "./engine-fields.ts";

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

export const mapSentences: readonly Sentence[] = [
  ...drafted,
  ...people,
  ...fields,
  ...tableSentences,
  ...left,
];
