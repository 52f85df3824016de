// German: warnings, and what a plan says does not fit.
import type { Sentence } from "../engine-sentences.ts";

const warnings: readonly Sentence[] = [
  [
    "The admins of these members have no inbox seat in Intercom, so the fallback admin writes for them: {}.",
    "Die Admins dieser Mitglieder haben in Intercom keinen Inbox-Platz, deshalb schreibt der Ersatz-Admin für sie: {1}.",
  ],
  [
    "The API member's right to {} is {}; it needs All, or records are silently left out.",
    "Das Recht des API-Mitglieds auf {1} ist {2}; nötig ist All, sonst fehlen Datensätze, ohne dass es auffällt.",
  ],
  [
    "The API member's right to {} can be customized in ConnectWise: check that nothing is taken out of it.",
    "Das Recht des API-Mitglieds auf {1} lässt sich in ConnectWise anpassen: Prüfen Sie, dass nichts davon weggenommen ist.",
  ],
  [
    "The tickets of board “{}” may not be read; they would be left out.",
    "Die Tickets des Boards „{1}“ dürfen nicht gelesen werden; sie blieben zurück.",
  ],
  [
    "The source counts {} boards and shows {}: a right is missing.",
    "Die Quelle zählt {1} Boards und zeigt {2}: Ein Recht fehlt.",
  ],
  [
    "The source counts {} members and shows {}: a right is missing.",
    "Die Quelle zählt {1} Mitglieder und zeigt {2}: Ein Recht fehlt.",
  ],
  ["The {} {} could not be read: {}.", "Nicht lesbar: {1} {2} ({3})."],
  [
    "A file of ticket {} was not downloaded (document {}): {}",
    "Eine Datei von Ticket {1} ließ sich nicht laden (Dokument {2}): {3}",
  ],
  ["ConnectWise has no {} (any more).", "ConnectWise kennt {1} nicht (mehr)."],
  ["ConnectWise lets this API member not read {}.", "ConnectWise lässt dieses API-Mitglied {1} nicht lesen."],
  [
    "Attribute {} exists with type {}, not {}; a type can't be changed, so rename the target.",
    "Das Attribut {1} gibt es mit dem Typ {2}, nicht {3}; ein Typ lässt sich nicht ändern, also braucht das Ziel einen anderen Namen.",
  ],
  [
    "The list {} exists already; these options are added to it: {}.",
    "Die Liste {1} gibt es schon; diese Werte kommen hinzu: {2}.",
  ],
];

const OBJECTS = [
  ["company", "companies", "Firma", "Firmen", "Firmen"],
  ["contact", "contacts", "Kontakt", "Kontakte", "Kontakten"],
  ["conversation", "conversations", "Unterhaltung", "Unterhaltungen", "Unterhaltungen"],
  ["article", "articles", "Artikel", "Artikel", "Artikeln"],
  ["collection", "collections", "Sammlung", "Sammlungen", "Sammlungen"],
] as const;

/** The rest of a sentence that begins with how many of what. */
const KNOWN_LOSSES: readonly Sentence[] = [
  [
    "with messages by people who are neither an Intercom admin nor the requester: the fallback admin writes those and names the author.",
    "mit Nachrichten von Leuten, die weder Admin in Intercom noch die anfragende Person sind: Der Ersatz-Admin schreibt sie und nennt, von wem sie sind.",
  ],
  [
    "whose ticket has no opening message: its summary opens the conversation.",
    "ohne erste Nachricht im Ticket: Die Zusammenfassung eröffnet die Unterhaltung.",
  ],
  [
    "whose ticket names no contact that exists: a stand-in of the company opens it.",
    "ohne einen Kontakt, den es noch gibt: Ein Platzhalter der Firma eröffnet die Unterhaltung.",
  ],
  [
    "whose opening message has no believable date: the ticket's own date stands in.",
    "ohne glaubwürdiges Datum der ersten Nachricht: Das Datum des Tickets tritt an seine Stelle.",
  ],
  [
    "lose characters that nobody can see, such as direction marks.",
    "ohne Zeichen, die niemand sehen kann, etwa Richtungsmarken: Sie fallen weg.",
  ],
  [
    "with messages too long for one part: they go on in the next part, and nothing is cut.",
    "mit Nachrichten, die für einen Teil zu lang sind: Sie gehen im nächsten Teil weiter, nichts wird abgeschnitten.",
  ],
  [
    "with more messages than programs can read back from one: they go on in further conversations, linked both ways.",
    "mit mehr Nachrichten, als Programme aus einer zurücklesen können: Sie gehen in weiteren Unterhaltungen weiter, in beide Richtungen verlinkt.",
  ],
  ["with empty notes: those are left out.", "mit leeren Notizen: Die bleiben weg."],
  [
    "lose characters that nobody can see in the text of a time entry.",
    "ohne unsichtbare Zeichen im Text eines Zeiteintrags: Sie fallen weg.",
  ],
  [
    "with files that are too large or can't be downloaded: their names and links stand in their place.",
    "mit Dateien, die zu groß sind oder sich nicht laden lassen: Name und Link stehen an ihrer Stelle.",
  ],
  ["with files whose names had to be made safe.", "mit Dateien, deren Namen ich unschädlich machen musste."],
  [
    "with files: those stay in ConnectWise, and the article links to them.",
    "mit Dateien: Die bleiben in ConnectWise, und der Artikel verweist darauf.",
  ],
  [
    "with images: those stay in ConnectWise, and words stand in their place.",
    "mit Bildern: Die bleiben in ConnectWise, und Worte stehen an ihrer Stelle.",
  ],
  [
    "stand in for contacts that old tickets don't name.",
    "als Platzhalter für Kontakte, die alte Tickets nicht nennen.",
  ],
  [
    "whose e-mail is not an address: they are moved without it, and it stays as text where the map has a field for it.",
    "mit einer E-Mail, die keine Adresse ist: Sie ziehen ohne sie um; sie bleibt als Text, wo die Zuordnung ein Feld dafür hat.",
  ],
  [
    "whose phone is not a number: they are moved without it.",
    "mit einem Telefon, das keine Nummer ist: Sie ziehen ohne um.",
  ],
  [
    "lose characters that nobody can see in their name.",
    "ohne unsichtbare Zeichen im Namen: Sie fallen weg.",
  ],
];
const VALUE_LOSSES: readonly Sentence[] = [
  ["the value is too long and is cut to fit", "ist der Wert zu lang und wird gekürzt"],
  [
    "the value does not fit and is written in full into an internal note",
    "passt der Wert nicht und steht ganz in einer internen Notiz",
  ],
  ["characters that nobody can see are lost", "fallen Zeichen weg, die niemand sehen kann"],
  ["the value is split over several parts", "verteilt sich der Wert auf mehrere Teile"],
  ["the nearest honest value stands in", "steht der nächste ehrliche Wert an seiner Stelle"],
  ["the value is left out", "bleibt der Wert weg"],
];

const losses: readonly Sentence[] = [
  ...OBJECTS.flatMap(([one, many, einer, viele, vielen]) => [
    ...KNOWN_LOSSES.flatMap(([english, german]): Sentence[] => [
      [`{} ${one} ${english}`, `{1} ${einer} ${german}`],
      [`{} ${many} ${english}`, `{1} ${viele} ${german}`],
    ]),
    ...VALUE_LOSSES.flatMap(([english, german]): Sentence[] => [
      [
        `{}: for {} ${one} ${english}, for example: {}.`,
        `{1}: Bei {2} ${einer} ${german}, zum Beispiel: {3}.`,
      ],
      [
        `{}: for {} ${many} ${english}, for example: {}.`,
        `{1}: Bei {2} ${vielen} ${german}, zum Beispiel: {3}.`,
      ],
    ]),
  ]),
  ["{} tickets can't be moved, for example: {}", "{1} Tickets können nicht umziehen, zum Beispiel: {2}"],
  [
    "several rates ({}): {} is their average by hours",
    "mehrere Sätze ({1}): {2} ist ihr Mittel nach Stunden",
  ],
];

export const planSentences: readonly Sentence[] = [...warnings, ...losses];
