// German: errors of database, keys, files and jobs, and of starting the program.
import type { KeepingErrors } from "../../../engine/model/sayings/errors-of-keeping.ts";
import type { StartingErrors } from "../../../engine/model/sayings/errors-of-starting.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { list, megabytes, some } from "../formats.ts";

const OUR_FAULT =
  "Das ist ein Fehler des Programms: Melden Sie ihn mit den Zeilen des Protokolls davor und danach.";

export const keepingErrors: TextsOf<KeepingErrors, Explained> = {
  database_newer: ({ by, steps, program }) => ({
    message: `Diese Datenbank wurde von ${by === undefined ? "einem neueren Programm" : `dem neueren Programm „${by}“`} geändert: Sie ist „${program}“ um ${some(steps, "Schemaschritt", "Schemaschritte")} voraus.`,
    remedy:
      "Starten Sie das neuere Programm, oder spielen Sie eine Sicherung von vor der Aktualisierung ein.",
  }),
  database_away: ({ detail = "Verbindung geschlossen" }) => ({
    message: `Die Datenbank antwortet nicht (${detail}).`,
    remedy: "Prüfen Sie, ob sie läuft und zu erreichen ist; dann geht die Arbeit von selbst weiter.",
  }),
  database_busy: ({ detail }) => ({
    message: `Die Datenbank hat einem anderen Schreiber den Vortritt gelassen (SQLSTATE ${detail}).`,
    remedy: "Nichts wurde geschrieben; es wird noch einmal versucht.",
  }),
  database_full: ({ detail }) => ({
    message: `Die Datenbank hat keinen Platz mehr (${detail}).`,
    remedy: "Geben Sie ihr mehr Platte oder Speicher, dann setzen Sie fort.",
  }),
  database_refused: ({ detail }) => ({
    message: `Die Datenbank lehnt diesen Benutzer oder diesen Datenbanknamen ab (SQLSTATE ${detail}).`,
    remedy: "Berichtigen Sie DATABASE_URL, oder geben Sie die Rechte, dann starten Sie neu.",
  }),
  database_error: ({ detail }) => ({
    message: `Die Datenbank hat eine Abfrage abgelehnt${detail === undefined ? "" : ` (SQLSTATE ${detail})`}.`,
    remedy: OUR_FAULT,
  }),
  database_down: ({ place, error }, { explain }) => ({
    message: `Die Datenbank unter ${place} ist nicht zu erreichen: ${explain(error).message}`,
    remedy:
      "Starten Sie PostgreSQL oder berichtigen Sie DATABASE_URL; ohne sie gilt die eingebaute Datenbank.",
  }),
  invalid_database_url: () => ({
    message: "DATABASE_URL ist keine Adresse, die sich lesen lässt.",
    remedy:
      "Schreiben Sie sie wie postgres://USER:PASSWORD@HOST:PORT/DATABASE, Sonderzeichen in Prozentschreibweise.",
  }),
  directory_unusable: ({ directory }) => ({
    message: `Die eingebaute Datenbank in ${directory} lässt sich nicht öffnen.`,
    remedy:
      "Prüfen Sie die Rechte des Ordners und den freien Platz und Speicher (1 GB beim ersten Start), oder spielen Sie eine Sicherung ein.",
  }),
  folder_unusable: ({ directory, why }) => ({
    message: {
      make: `Der Datenordner ${directory} lässt sich nicht anlegen oder betreten.`,
      owner: `Der Datenordner ${directory} gehört einem anderen Benutzer, der lesen könnte, was darin liegt.`,
      shared: `Der Ordner ${directory} gehört allen: Kundendaten bleiben darin nicht unter uns.`,
      rights: `Andere Benutzer können den Datenordner ${directory} lesen, und seine Rechte lassen sich nicht ändern.`,
    }[why],
    remedy:
      "Nennen Sie in CUTOVER_DATA einen Ordner, der dem Benutzer gehört, der Cutover startet, und den niemand sonst betreten darf (chmod 700), auf einem Dateisystem, das Rechte behält.",
  }),
  directory_owned: ({ directory, owner }) => ({
    message: `Der Datenordner ${directory} gehört gerade ${owner === undefined ? "einem anderen Programm" : `Prozess ${owner.pid} („${owner.command}“), seit ${owner.since}`}.`,
    remedy:
      "Beenden Sie zuerst dieses Programm, oder nennen Sie in CUTOVER_DATA einen anderen Ordner; mehrere Programme zugleich brauchen PostgreSQL (DATABASE_URL).",
  }),
  migration_id_taken: ({ id }) => ({
    message: `Ein Umzug mit der Kennung ${id} besteht unter einem anderen Schlüssel.`,
    remedy: "Das ist ein Fehler des Programms: Kennungen müssen zufällig sein.",
  }),
  document_contended: ({ kind }) => ({
    message: `Das Dokument „${kind}“ ließ sich nicht speichern: zu viele Schreiber auf einmal.`,
    remedy: "Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es.",
  }),
  kept_unreadable: ({ what, place = "alles" }) => ({
    message: `Was als ${what} aufbewahrt ist, kann dieses Programm nicht lesen: ${place} hat eine andere Form.`,
    remedy:
      "Starten Sie die Version von Cutover, die es geschrieben hat, oder spielen Sie eine Sicherung ein.",
  }),
  secret_unreadable: ({ why }) => ({
    message: `Gespeicherte Zugangsdaten lassen sich nicht lesen: ${
      why.kind === "unknown-form"
        ? "Sie wurden auf eine Weise versiegelt, die dieses Programm nicht kennt"
        : why.kind === "altered"
          ? "Sie wurden in der Datenbank verändert"
          : `Sie wurden mit Schlüssel ${why.sealedBy} versiegelt, und dieses Programm hat Schlüssel ${why.ours}`
    }.`,
    remedy:
      "Setzen Sie CUTOVER_SECRET_KEY auf den Schlüssel von damals, oder verbinden Sie die Systeme noch einmal.",
  }),
  invalid_secret_key: () => ({
    message: "CUTOVER_SECRET_KEY ist zu kurz, um etwas zu schützen.",
    remedy: "Setzen Sie ihn auf 32 zufällige Bytes: `openssl rand -base64 32`.",
  }),
  no_signing_key: () => ({
    message: "Der Signaturschlüssel ließ sich nicht aufbewahren.",
    remedy: OUR_FAULT,
  }),
  key_file_unusable: ({ path }) => ({
    message: `Die Schlüsseldatei ${path} ist nicht zu gebrauchen.`,
    remedy:
      "Spielen Sie sie aus einer Sicherung ein, oder setzen Sie CUTOVER_SECRET_KEY; ohne den alten Schlüssel verbinden Sie die Systeme neu.",
  }),
  blob_store_refused: ({ status }) => ({
    message: `Der Bucket für Dateien hat eine Anfrage abgelehnt (HTTP ${status}).`,
    remedy:
      "Prüfen Sie die Variablen CUTOVER_BLOBS_S3: Adresse mit Bucket, Region, Schlüssel; der Schlüssel muss lesen, schreiben, auflisten und löschen dürfen. Dann setzen Sie fort.",
  }),
  blob_store_away: () => ({
    message: "Der Bucket für Dateien antwortet nicht.",
    remedy: "Nichts zu tun, solange es nicht anhält; dann sehen Sie nach dem S3-Dienst und dem Netz.",
  }),
  no_blob_store: () => ({
    message: "Eine Nachricht hat Dateien, und dieses Programm wurde ohne einen Ort für sie gestartet.",
    remedy: "Melden Sie das: Wer Intercom öffnet, muss den Dateispeicher mitgeben.",
  }),
  file_too_large: ({ bytes }) => ({
    message: `Die Datei ist größer als ${megabytes(bytes)}.`,
    remedy:
      "Statt ihrer steht ihr Link da; halten Sie ihn erreichbar, oder übertragen Sie die Datei von Hand.",
  }),
  file_lost: () => ({
    message: "Eine heruntergeladene Datei ist nicht mehr im Speicher oder wurde dort verändert.",
    remedy:
      "Spielen Sie die Dateien aus ihrer Sicherung ein und starten Sie noch einmal; zwischen Lesen und Schreiben müssen sie bleiben.",
  }),
  disk_full: ({ directory }) => ({
    message: `Die Platte ist voll: In ${directory} haben Anhänge keinen Platz mehr.`,
    remedy:
      "Schaffen Sie dort Platz, oder geben Sie CUTOVER_DATA eine größere Platte, dann setzen Sie fort: Es geht dort weiter, wo es stehen blieb.",
  }),
  job_elsewhere: () => ({
    message: "Ein früherer Versuch dieser Aufgabe läuft noch.",
    remedy: "Nichts zu tun: Es wird später noch einmal versucht.",
  }),
  stopping: () => ({
    message: "Das Programm endet gerade.",
    remedy: "Nichts zu tun: Beim nächsten Start geht die Arbeit weiter.",
  }),
};

export const startingErrors: TextsOf<StartingErrors, Explained> = {
  invalid_environment: (args) => {
    switch (args.of) {
      case "values":
        return {
          message: `Die Umgebung ist so nicht zu gebrauchen: ${args.problems.join("; ")}.`,
          remedy: "Berichtigen Sie die genannten Variablen; README.md führt alle auf.",
        };
      case "slack":
        return {
          message: `Slack ist nur halb eingestellt: Es ${args.missing.length === 1 ? "fehlt" : "fehlen"} ${list(args.missing)}.`,
          remedy: "Setzen Sie, was fehlt, oder für die Sandbox keine der Variablen von Slack.",
        };
      case "bucket":
        return {
          message: "Der Bucket für Dateien ist nur halb eingestellt.",
          remedy:
            "Setzen Sie CUTOVER_BLOBS_S3_ENDPOINT, CUTOVER_BLOBS_S3_ACCESS_KEY_ID und CUTOVER_BLOBS_S3_SECRET_ACCESS_KEY, oder für einen Ordner keine davon.",
        };
    }
  },
  invalid_file: ({ path, problem }) =>
    problem === undefined
      ? { message: `${path} lässt sich nicht lesen.`, remedy: "Prüfen Sie den Pfad." }
      : {
          message: `${path} ist nicht zu gebrauchen. ${problem}`,
          remedy: "Die README zeigt ein vollständiges Beispiel der Datei.",
        },
  invalid_days: () => ({
    message: "--days ist eine Zahl von 1 bis 366.",
    remedy: "Lassen Sie es weg, dann gelten 30.",
  }),
  port_taken: ({ port }) => ({
    message: `Port ${port} ist von einem anderen Programm belegt.`,
    remedy: "Setzen Sie PORT auf einen freien, oder beenden Sie das andere Programm.",
  }),
  no_way_to_slack: () => ({
    message:
      "Slack kann dieses Programm nicht erreichen: Es gibt weder ein Signing Secret noch ein App-Token.",
    remedy:
      "Setzen Sie SLACK_SIGNING_SECRET für Anfragen über HTTP oder SLACK_APP_TOKEN für den Socket Mode.",
  }),
};
