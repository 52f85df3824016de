// German: errors of Intercom, of the connection to either vendor, and of writing exactly once.
import type { IntercomAnswer, WritingErrors } from "../../../engine/model/sayings/errors-of-writing.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { count, some } from "../formats.ts";
import { one } from "./nouns.ts";

const NETWORK = "Nichts zu tun, solange es nicht öfter geschieht; dann sehen Sie nach dem Netz dazwischen.";
const SILENCE =
  "Pausieren Sie in Intercom Workflows, Fin, Umfragen und automatische Antworten (oder nehmen Sie über die API angelegte Unterhaltungen aus), dann setzen Sie fort.";

const answered = ({ said, status }: IntercomAnswer) =>
  said === undefined
    ? `Intercom antwortete mit ${status}`
    : `Intercom antwortete „${said.message}“ (${said.code})`;

/** Where to look, by what was refused: a file and a message are the source's, an attribute may be the workspace's. */
function refusedRemedy(route: string): string {
  if (/\/reply$/.test(route)) {
    return "Sehen Sie diese Nachricht in der Quelle an (ihre Länge, ihre Dateien), oder ob ihr Verfasser in Intercom noch schreiben kann; dann starten Sie noch einmal.";
  }
  if (/\/parts$/.test(route)) {
    return "Sehen Sie in Intercom nach, ob Team, Zuständige und Handelnde noch da sind und einen Platz im Posteingang haben; dann starten Sie noch einmal.";
  }
  if (/^PUT \/conversations/.test(route)) {
    return "Suchen Sie in den Einstellungen von Intercom nach zwei aktiven Attributen von Unterhaltungen mit einem Namen oder einem geänderten; sonst berichtigen Sie die Zeile in der Zuordnung. Dann starten Sie noch einmal.";
  }
  return "Berichtigen Sie den Datensatz in der Quelle oder seine Zeile in der Zuordnung, dann starten Sie noch einmal.";
}

const sign = (args: WritingErrors["outbound_detected"]["sign"]) => {
  if (args.kind === "bot-answered") return `Ein Bot hat darin geantwortet (Teil ${args.part})`;
  return args.kind === "e-mail"
    ? `Teil ${args.part} ging als E-Mail hinaus`
    : `Sie wurde als „${args.as}“ zugestellt`;
};

const owners = { contact: "Kontakt", company: "Firmen", conversation: "Unterhaltungs" } as const;

export const writingErrors: TextsOf<WritingErrors, Explained> = {
  tls_failed: ({ vendor, host, detail }) => ({
    message: `Keine sichere Verbindung zu ${vendor} unter ${host}: Zertifikat oder TLS-Version wurden nicht angenommen (${detail}).`,
    remedy:
      "Prüfen Sie die Adresse. Nutzt der Server ein Zertifikat Ihrer eigenen Stelle, nennen Sie dessen Datei in NODE_EXTRA_CA_CERTS und starten Sie neu; ein abgelaufenes Zertifikat muss erneuert werden.",
  }),
  host_unknown: ({ vendor, host, detail }) => ({
    message: `${vendor} war unter ${host} nicht zu erreichen (${detail}).`,
    remedy: "Prüfen Sie die Schreibweise der Adresse und das DNS dieses Rechners.",
  }),
  unreachable: ({ vendor, host, detail }) => ({
    message: `${vendor} war unter ${host} nicht zu erreichen (${detail}).`,
    remedy: "Prüfen Sie, ob die Adresse stimmt und ob dieser Rechner sich dorthin verbinden darf.",
  }),
  answer_timeout: ({ vendor }) => ({
    message: `${vendor} hat nicht rechtzeitig geantwortet.`,
    remedy: NETWORK,
  }),
  answer_lost: ({ vendor }) => ({
    message: `Die Verbindung zu ${vendor} brach ab, bevor die Antwort da war.`,
    remedy: NETWORK,
  }),
  broken_answer: ({ vendor }) => ({
    message: `Die Antwort von ${vendor} brach ab oder ist kein gültiges JSON.`,
    remedy: NETWORK,
  }),
  proxy_answered: (args) => {
    switch (args.of) {
      case "connectwise":
        return {
          message: `Ein Proxy oder eine Firewall hat die Anfrage an ConnectWise abgelehnt (Status ${args.status}).`,
          remedy: "Lassen Sie diesen Rechner die API von ConnectWise direkt erreichen.",
        };
      case "intercom":
        return {
          message:
            "Statt der Daten von Intercom kam eine Webseite: Ein Proxy oder eine Firewall hat die Anfrage abgelehnt.",
          remedy: "Prüfen Sie, ob dieser Rechner die API von Intercom direkt erreichen darf.",
        };
      case "host":
        return {
          message: `Statt der Daten von ${args.vendor} kam eine Webseite: Ein Proxy, eine Firewall oder eine Anmeldeseite hat für ${args.host} geantwortet.`,
          remedy: `Prüfen Sie, ob dieser Rechner https://${args.host} direkt erreichen darf und ob die Adresse die API von ${args.vendor} ist.`,
        };
    }
  },
  rate_limited: () => ({
    message: "Das Kontingent dieser App bei Intercom ist für den Moment aufgebraucht.",
    remedy: "Nichts zu tun: Am Ende des Zeitfensters geht es von selbst weiter.",
  }),
  conversation_throttled: () => ({
    message: "Intercom nimmt für diese Unterhaltung gerade keine weiteren Antworten an.",
    remedy: "Nichts zu tun: Sie geht von selbst weiter, die anderen so lange auch.",
  }),
  server_error: (answer) => ({
    message: `${answered(answer)} auf ${answer.route}.`,
    remedy:
      "Nichts zu tun, solange es nicht öfter geschieht; dann sehen Sie auf die Statusseite von Intercom.",
  }),
  token_revoked: () => ({
    message: "Intercom nimmt das Token nicht mehr an, mit dem es verbunden wurde.",
    remedy:
      "Verbinden Sie Intercom noch einmal mit einem gültigen Token und setzen Sie fort: Nichts geht verloren, nichts wird doppelt geschrieben.",
  }),
  forbidden: (answer) => ({
    message: `${answered(answer)} auf ${answer.route}: Das Token hat dafür kein Recht.`,
    remedy:
      "Geben Sie der App des Tokens im Developer Hub von Intercom das fehlende Recht, dann setzen Sie fort.",
  }),
  reference_gone: (answer) => ({
    message: `${answered(answer)} auf ${answer.route}: Worauf es verweist, gibt es in Intercom nicht (mehr).`,
    remedy:
      "Sehen Sie nach, ob es jemand in Intercom gelöscht oder zusammengeführt hat, dann starten Sie noch einmal.",
  }),
  refused: (answer) => ({
    message: `${answered(answer)} auf ${answer.route}.`,
    remedy: refusedRemedy(answer.route),
  }),
  unexpected_answer: (answer) => ({
    message: `${answered(answer)} (Status ${answer.status}) auf ${answer.route}; kein beschriebener Fall erklärt das.`,
    remedy: "Prüfen Sie die Adresse der API; stimmt sie, melden Sie es mit der Kennung der Anfrage.",
  }),
  answer_unexpected: (args) =>
    args.of === "form"
      ? {
          message: `Die Antwort von Intercom auf ${args.route} hat eine Form, die dieses Programm nicht kennt (bei „${args.field}“).`,
          remedy: "Melden Sie es mit der Kennung der Anfrage: Vielleicht hat Intercom seine API geändert.",
        }
      : {
          message: "Intercom hat auf die Änderung eines Kontakts mit einem anderen Kontakt geantwortet.",
          remedy: "Sehen Sie den Kontakt in Intercom an: Vielleicht wurde er währenddessen zusammengeführt.",
        },
  invalid_created_at: (args) =>
    args.of === "ticket"
      ? {
          message: `Ticket ${args.ticketId} trägt das Datum „${args.dated}“, das nicht zwischen 2000 und heute liegt.`,
          remedy:
            "Berichtigen Sie das Datum in ConnectWise und ziehen Sie nach, oder lassen Sie das Ticket zurück.",
        }
      : {
          message: `${answered(args)}: Die ursprüngliche Zeit wurde nicht angenommen, und ohne sie wird der Datensatz nicht geschrieben.`,
          remedy: "Berichtigen Sie das Datum in der Quelle, dann starten Sie noch einmal.",
        },
  conflict_unreadable: () => ({
    message: "Intercom sagt, dass es diesen Kontakt gibt, und nennt keinen, der sich lesen lässt.",
    remedy:
      "Suchen Sie in Intercom nach einem archivierten oder zusammengeführten Kontakt mit dieser E-Mail, dann starten Sie noch einmal.",
  }),
  article_published: ({ articleId }) => ({
    message: `Artikel ${articleId} wurde in Intercom veröffentlicht und wird nicht mehr geändert.`,
    remedy: "Ändern Sie ihn in Intercom, wo sich jetzt Menschen um ihn kümmern.",
  }),
  attribute_without_id: ({ attribute }) => ({
    message: `Intercom hat das Attribut „${attribute}“ ohne Kennung angelegt.`,
    remedy: "Archivieren Sie es in den Einstellungen von Intercom, dann starten Sie noch einmal.",
  }),
  snooze_without_end: () => ({
    message: "Eine Unterhaltung sollte ohne Ende zurückgestellt werden.",
    remedy: "Melden Sie das: Jede zurückgestellte Unterhaltung braucht eine Zeit.",
  }),
  outbound_detected: (args) => ({
    message:
      args.sign.kind === "bot-answered" && args.sign.first
        ? `Ein Bot hat in der ersten übertragenen Unterhaltung geantwortet (${args.conversationId}, Teil ${args.sign.part}).`
        : `Aus der übertragenen Unterhaltung ${args.conversationId} ging etwas an einen Kunden. ${sign(args.sign)}.`,
    remedy: SILENCE,
  }),
  canary_vanished: ({ conversationId }) => ({
    message: `Die erste Unterhaltung dieses Laufs (${conversationId}) lässt sich nicht zurücklesen.`,
    remedy:
      "Sehen Sie nach, ob ein Workflow oder ein Mensch übertragene Unterhaltungen löscht oder zusammenführt, dann setzen Sie fort.",
  }),
  fallback_admin_barred: ({ name }) => ({
    message: `Der Ersatz-Admin der Zuordnung, ${name}, kann in diesem Workspace nicht schreiben: Es ist ein Bot, oder ihm fehlt ein Platz im Posteingang.`,
    remedy:
      "Wählen Sie in der Zuordnung einen anderen, oder geben Sie ihm in Intercom einen Platz im Posteingang.",
  }),
  fallback_admin_missing: ({ name }) => ({
    message: `Der Ersatz-Admin der Zuordnung, ${name}, ist in diesem Workspace kein Teammitglied.`,
    remedy: "Wählen Sie in der Zuordnung einen anderen, oder nehmen Sie ihn in Intercom auf.",
  }),
  attribute_refused: ({ attribute, error }, { explain }) => ({
    message: `Intercom hat das Attribut „${attribute}“ abgelehnt: ${explain(error).message}`,
    remedy: "Ändern Sie in der Zuordnung seinen Namen oder Typ, dann geht es weiter.",
  }),
  attribute_limit: ({ created, total, limit }) => ({
    message: `Die Zuordnung braucht ${some(created, "neues Attribut", "neue Attribute")}, zusammen ${count(total)}: Ein Workspace fasst ${count(limit)}.`,
    remedy:
      "Lassen Sie in der Zuordnung Felder weg (oder schreiben Sie sie in Notizen), oder archivieren Sie Attribute in Intercom.",
  }),
  attribute_type_differs: ({ model, attribute, found, needed }) => ({
    message: `Das ${owners[model]}attribut „${attribute}“ gibt es in Intercom als ${found}, und die Zuordnung braucht es als ${needed}.`,
    remedy:
      "Geben Sie der Zeile in der Zuordnung diesen Typ oder einen anderen Namen, oder benennen Sie das Attribut in Intercom um.",
  }),
  attribute_name_taken: ({ attribute, model, other }) => ({
    message: `„${attribute}“ soll ein ${owners[model]}attribut werden und ist in Intercom schon ein ${owners[other]}attribut.`,
    remedy:
      "Geben Sie der Zeile in der Zuordnung einen anderen Namen: Kontakte und Firmen können keinen teilen.",
  }),
  no_acting_admin: ({ ticketId }) => ({
    message: `In der Unterhaltung von Ticket ${ticketId} kann niemand handeln.`,
    remedy: "Melden Sie das: Die Umsetzung muss einen handelnden Admin nennen.",
  }),
  reference_missing: ({ type, id }) => ({
    message: `Es verweist auf ${one(type)} ${id}, das nicht in Intercom ist.`,
    remedy: `Sehen Sie nach, warum ${one(type)} ${id} nicht umgezogen ist (die eigene Ausnahme sagt es), dann starten Sie noch einmal.`,
  }),
  changed_on_both_sides: (args, { say }) => ({
    message: say({ code: "both_sides_changed", args }),
    remedy:
      'Stellen Sie es in Intercom um, wenn ConnectWise recht hat; oder setzen Sie in der Zuordnung die Regel "conflicts" auf "overwrite" und starten Sie noch einmal.',
  }),
  answers_lost: ({ writes, type, id }) => ({
    message: `${some(writes, "Schreibvorgang", "Schreibvorgänge")} zu ${one(type)} ${id} hintereinander blieben ohne Antwort und ohne Wirkung.`,
    remedy:
      "Prüfen Sie das Netz zwischen diesem Rechner und Intercom, dann setzen Sie fort: Nichts wird doppelt geschrieben.",
  }),
  unsettled: () => ({
    message: "Intercom kann nicht sagen, ob ein Schreibvorgang ohne Antwort gewirkt hat.",
    remedy:
      "Warten Sie einige Minuten und setzen Sie fort: Es wird noch einmal gefragt, nichts doppelt geschrieben.",
  }),
  tried_in_vain: ({ error, tries }, { explain }) => {
    const { message, remedy } = explain(error);
    return {
      message: `${message} (${some(tries, "Versuch", "Versuche")})`,
      remedy: `${remedy} Dann setzen Sie fort: Nichts geht verloren, nichts wird doppelt geschrieben.`,
    };
  },
  operation_open: ({ step, type, id, operation }) => ({
    message: `Bei Schritt ${step} von ${type} ${id} ist offen, was aus einem Schreibvorgang wurde (Operation ${operation}).`,
    remedy: "Klären Sie das zuerst: Fragen Sie das Zielsystem, was daraus wurde.",
  }),
  intent_overtaken: () => ({
    message: "Ein anderer Prozess hat im selben Moment dasselbe vorgemerkt.",
    remedy: "Nichts wurde geschrieben; es wird noch einmal versucht, und dann sieht man die anderen Zeilen.",
  }),
  journal_out_of_step: ({ operation }) => ({
    message: `Operation ${operation} steht nicht in dem Zustand, auf den dieses Ergebnis folgt: Ein anderer Prozess hat sie aufgenommen.`,
    remedy: "Beenden Sie den anderen Prozess, klären Sie, was offen ist, und setzen Sie fort.",
  }),
};
