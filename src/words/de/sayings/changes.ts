// German: what becomes of values on their way.
import type { ChangeSayings, Repair } from "../../../engine/model/sayings/changes.ts";
import type { TextsOf } from "../../say.ts";
import { count, list, some } from "../formats.ts";
import { many, ofMany, one } from "./nouns.ts";

const repairs: Readonly<Record<Repair, string>> = {
  surrogates: "ein halbes Ersatzzeichenpaar ersetzt",
  controls: "Steuerzeichen entfernt",
  "direction-marks": "unsichtbare Richtungszeichen entfernt",
};

/** `OBJECT.FIELD WHAT` → what is behind the number of one and of many. */
const losses: Readonly<Record<string, string | readonly [one: string, many: string]>> = {
  "conversation.notes.author replaced":
    "mit Nachrichten von Leuten, die weder Admin in Intercom noch Anfragende sind: Der Ersatz-Admin schreibt sie und nennt den Verfasser.",
  "conversation.body replaced": [
    "ohne erste Nachricht im Ticket: Dessen Zusammenfassung eröffnet sie.",
    "ohne erste Nachricht im Ticket: Dessen Zusammenfassung eröffnet sie.",
  ],
  "conversation.contact replaced":
    "zu einem Ticket, das keinen vorhandenen Kontakt nennt: Ein Platzhalter der Firma eröffnet sie.",
  "conversation.createdAt replaced":
    "ohne glaubhaftes Datum der ersten Nachricht: Es gilt das Datum des Tickets.",
  "conversation.notes.body repaired": [
    "verliert Zeichen, die niemand sehen kann, etwa Richtungszeichen.",
    "verlieren Zeichen, die niemand sehen kann, etwa Richtungszeichen.",
  ],
  "conversation.notes.body split":
    "mit Nachrichten, die für einen Teil zu lang sind: Sie gehen im nächsten weiter, nichts wird gekürzt.",
  "conversation.parts split":
    "mit mehr Nachrichten, als Programme aus einer zurücklesen können: Sie gehen in weiteren Unterhaltungen weiter, in beide Richtungen verlinkt.",
  "conversation.notes.body dropped": "mit leeren Notizen: Diese bleiben weg.",
  "conversation.time entries.body repaired": [
    "verliert im Text eines Zeiteintrags Zeichen, die niemand sehen kann.",
    "verlieren im Text eines Zeiteintrags Zeichen, die niemand sehen kann.",
  ],
  "conversation.attachments replaced":
    "mit Dateien, die zu groß sind oder nicht zu holen waren: An ihrer Stelle stehen Name und Link.",
  "conversation.attachments repaired": "mit Dateien, deren Namen sicher gemacht werden mussten.",
  "article.documents replaced": "mit Dateien: Diese bleiben in ConnectWise, der Artikel verlinkt sie.",
  "article.images replaced": "mit Bildern: Diese bleiben in ConnectWise, an ihrer Stelle stehen Worte.",
  "contact.name replaced": [
    "steht für Kontakte, die alte Tickets nicht nennen.",
    "stehen für Kontakte, die alte Tickets nicht nennen.",
  ],
  "contact.email dropped":
    "mit einer E-Mail, die keine Adresse ist: Umzug ohne sie; als Text bleibt sie, wo die Zuordnung ein Feld dafür hat.",
  "contact.phone dropped": "mit einem Telefon, das keine Nummer ist: Umzug ohne sie.",
  "company.name repaired": [
    "verliert im Namen Zeichen, die niemand sehen kann.",
    "verlieren im Namen Zeichen, die niemand sehen kann.",
  ],
};

const values: Readonly<Record<ChangeSayings["loss"]["what"], string>> = {
  truncated: "ist der Wert zu lang und wird gekürzt",
  "moved-to-note": "passt der Wert nicht und steht ganz in einer internen Notiz",
  repaired: "fallen Zeichen weg, die niemand sehen kann",
  split: "verteilt sich der Wert auf mehrere Teile",
  replaced: "steht der nächste ehrliche Wert an seiner Stelle",
  dropped: "bleibt der Wert weg",
};

const kinds: Readonly<Record<ChangeSayings["altered"]["what"], string>> = {
  truncated: "gekürzt",
  "moved-to-note": "in einer Notiz",
  repaired: "bereinigt",
  split: "aufgeteilt",
  replaced: "ersetzt",
  dropped: "weggelassen",
};

export const changeSayings: TextsOf<ChangeSayings, string> = {
  altered: ({ what, detail }, { say }) => `${kinds[what]}: ${say(detail)}`,
  repaired: (args) => args.repairs.map((repair) => repairs[repair]).join(", "),
  name_made_safe: ({ name }) => `der Dateiname wurde sicher gemacht: ${name}`,
  file_left_behind: ({ name, why }) => {
    const reason =
      why.kind === "too-large"
        ? `ist größer als ${why.megabytes} MB`
        : why.kind === "empty"
          ? "ist leer"
          : "war aus ConnectWise nicht zu holen";
    return `${name} ${reason}: Statt dessen steht der Link da`;
  },
  image_not_found: () => "ein Bild im Text war in ConnectWise nicht zu finden",
  text_empty: () => "der Text ist leer",
  text_in_parts: ({ characters, parts }) => `${count(characters)} Zeichen in ${count(parts)} Teilen`,
  too_long: ({ characters, limit, inNote }) =>
    `${count(characters)} Zeichen; ein Attribut fasst ${count(limit)}${inNote ? ", deshalb steht der ganze Text in einer internen Notiz" : ""}`,
  unfit: ({ type, inNote }) =>
    `der Wert passt nicht zu ${type}${inNote ? ", deshalb steht er in einer internen Notiz" : ""}`,
  title_cut: ({ characters }) => `${count(characters)} Zeichen`,
  date_not_believable: ({ shown, instead }) =>
    `„${shown}“ liegt nicht zwischen 2000 und heute: Es gilt ${instead === "entry" ? "die Erfassung des Tickets" : "das Datum des Tickets"}`,
  date_earliest: () => "das Ticket nennt kein Datum seiner Erfassung: Es gilt das früheste, das es hat",
  by_fallback_admin: ({ name }) => `geschrieben vom Ersatz-Admin, genannt wird ${name}`,
  no_opening_note: () => "keine Notiz hat dieses Ticket eröffnet: An ihrer Stelle steht die Zusammenfassung",
  no_requester: () => "die Quelle nennt keinen vorhandenen Kontakt: Ein Platzhalter steht dafür",
  stands_for_contact: () => "steht für Tickets, deren Kontakt in der Quelle fehlt",
  stands_for_address: () => "steht für eine Adresse, die Tickets nennen und kein Kontakt hat",
  no_email: ({ text }) => `„${text}“ ist keine E-Mail-Adresse`,
  no_phone: ({ text }) => `„${text}“ ist keine Telefonnummer`,
  several_rates: ({ rates, average }) =>
    `mehrere Sätze (${rates.join(", ")}): ${average} ist ihr Mittel nach Stunden`,
  messages_in_conversations: ({ messages, conversations }) =>
    `${count(messages)} Nachrichten in ${count(conversations)} Unterhaltungen`,
  article_files: ({ files }) =>
    `${some(files, "Datei bleibt in ConnectWise und ist", "Dateien bleiben in ConnectWise und sind")} verlinkt: Ein Artikel fasst keine`,
  article_images: ({ images }) =>
    `${some(images, "Bild bleibt", "Bilder bleiben")} in ConnectWise: Ein Artikel nimmt nur öffentliche Adressen`,

  loss: ({ object, field, what, records, detail }, { say }) => {
    const known = losses[`${object}.${field} ${what}`];
    if (known !== undefined) {
      const text = typeof known === "string" ? known : known[records === 1 ? 0 : 1];
      return `${some(records, one(object), many(object))} ${text}`;
    }
    const whose = `${count(records)} ${records === 1 ? one(object) : ofMany(object)}`;
    return `${field.replace(/^attributes\./, "")}: Bei ${whose} ${values[what]}, zum Beispiel: ${say(detail)}.`;
  },
  not_moved: ({ records, error }, { explain }) =>
    `${some(records, "Ticket kann", "Tickets können")} nicht umziehen, zum Beispiel: ${explain(error).message}`,
  attribute_of_other_type: ({ attribute, found, wanted }) =>
    `Das Attribut ${attribute} gibt es mit dem Typ ${found}, nicht ${wanted}; ein Typ lässt sich nicht ändern, also benennen Sie das Ziel um.`,
  options_added: (args) =>
    `Die Liste ${args.list} gibt es schon; hinzu ${args.options.length === 1 ? "kommt" : "kommen"}: ${list(args.options)}.`,

  kept_by_policy: () => "den Kontakt gab es schon; nach Ihrer Regel behielt er seinen eigenen Wert",
  older_parts_unread: () => "Intercom gibt die neuesten 500 Teile zurück; ältere belegt allein das Journal",
  files_renamed: () => "Intercom zeigt dieselben Dateien unter eigenen Namen",
  edited_since: () => "seit dem Umzug in ConnectWise bearbeitet; eine Notiz nennt den neuen Wortlaut",
  default_company: () =>
    "Intercom gibt einer Unterhaltung von selbst die Firma ihres Kontakts, und keine Anfrage nimmt sie weg",
  assigned_by_workspace: () =>
    "in ConnectWise hat es niemand: Der Workspace weist von selbst zu (Voreinstellung, Regel oder wer zuerst antwortet), oder jemand wurde in Intercom zuständig",
  requester_fixed: () =>
    "Intercom kann nicht ändern, wer eine Unterhaltung eröffnet hat: Wer in ConnectWise seit dem Umzug anfragt, bleibt ein Unterschied",
  snooze_ended: () => "die Zurückstellung ist zu Ende",
  refused_by_intercom: () =>
    "Intercom hat es abgelehnt; der Datensatz zog ohne um, und seine Ausnahme sagt es",
};
