// German: errors of connecting both systems, of what people decide, and of runs.
import type { DecidingErrors } from "../../../engine/model/sayings/errors-of-deciding.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { either, list } from "../formats.ts";
import { roles, runs, states } from "./nouns.ts";

const NEW_LINK = "Bitten Sie Cutover in Slack um einen neuen Link.";
const CUSTOMER_FIRST = "Die Person, die für den Kunden entscheidet, drückt zuerst den Knopf dafür.";

const approvals: Readonly<Record<DecidingErrors["not_approved"]["what"], Explained>> = {
  terms: { message: "Die Bedingungen sind noch nicht bestätigt.", remedy: CUSTOMER_FIRST },
  plan: { message: "Der Kunde hat diesen Plan nicht freigegeben.", remedy: CUSTOMER_FIRST },
  sample: { message: "Der Kunde hat die Stichprobe nicht freigegeben.", remedy: CUSTOMER_FIRST },
  silence: { message: "Der Kunde hat die Checkliste nicht bestätigt.", remedy: CUSTOMER_FIRST },
  cutover: {
    message: "Kein Account Manager hat diesen Umzug freigegeben.",
    remedy: "Ein Account Manager drückt den Knopf, nicht der Kunde.",
  },
  rollback: {
    message: "Kein Account Manager hat diesen Rollback freigegeben.",
    remedy: "Ein Account Manager drückt den Knopf und tippt die Bestätigung.",
  },
  "sample-slice": {
    message:
      "Kein Account Manager hat freigegeben, dass diese Stichprobe in die Produktion geschrieben wird.",
    remedy: "Ein Account Manager drückt den Knopf, nicht die Person, die den Plan freigegeben hat.",
  },
  "sample-removal": {
    message: "Kein Account Manager hat freigegeben, dass die Stichprobe entfernt wird.",
    remedy: "Ein Account Manager drückt den Knopf.",
  },
};

export const decidingErrors: TextsOf<DecidingErrors, Explained> = {
  no_such_migration: ({ asked }) =>
    asked === "channel"
      ? {
          message: "Diesen Umzug gibt es nicht.",
          remedy: "Beginnen Sie einen, indem Sie Cutover in einem Kanal erwähnen.",
        }
      : {
          message: "Zwischen diesen beiden Systemen ist von hier aus noch nie etwas umgezogen.",
          remedy: "Prüfen Sie FILE, und ob CUTOVER_DATA oder DATABASE_URL zu diesem Umzug gehört.",
        },
  not_connected: () => ({
    message: "ConnectWise und Intercom sind noch nicht verbunden.",
    remedy: "Bitten Sie Cutover um einen Link, um die Zugangsdaten einzugeben.",
  }),
  no_staging_workspace: () => ({
    message: "Es ist kein Test-Workspace verbunden.",
    remedy:
      "Verbinden Sie noch einmal und geben Sie das Token eines Test-Workspace ein; Intercom gibt jedem Kunden einen.",
  }),
  staging_is_production: ({ workspace }) => ({
    message: `Beide Token gehören zum selben Intercom-Workspace, ${workspace}.`,
    remedy: "Geben Sie für den Test das Token eines eigenen Test-Workspace ein, oder lassen Sie es leer.",
  }),
  no_admins: ({ workspace }) =>
    workspace === undefined
      ? {
          message: "In diesem Intercom-Workspace hat kein Teammitglied einen Platz im Posteingang.",
          remedy:
            "Geben Sie in Intercom mindestens einem einen Platz: Notizen, Abschlüsse und Zuweisungen brauchen einen Verfasser.",
        }
      : {
          message: `Im Intercom-Workspace ${workspace} hat kein Teammitglied einen Platz im Posteingang, niemand könnte also zuständig oder Verfasser sein.`,
          remedy:
            "Laden Sie zuerst Ihre Techniker in Intercom ein, dann geben Sie das Token noch einmal ein.",
        },
  other_source: ({ known, tried }) => ({
    message: `Dieser Umzug liest ${known}, und diese Schlüssel gehören zu ${tried}. Datensätze zweier Firmen dürfen sich nicht mischen.`,
    remedy: `Geben Sie die Schlüssel von ${known} ein, oder beginnen Sie in einem anderen Kanal einen anderen Umzug.`,
  }),
  other_workspace: ({ environment, known, tried }) => ({
    message: `${environment === "staging" ? "Die Stichprobe ging" : "Dieser Umzug schreibt"} in den Intercom-Workspace ${known}, und dieses Token gehört zu ${tried}. Was in den einen geschrieben ist, lässt sich im anderen weder fortsetzen noch zurücknehmen.`,
    remedy: `Geben Sie ein Token von ${known} ein${environment === "staging" ? ", oder lassen Sie das Test-Token leer" : ", oder beginnen Sie in einem anderen Kanal einen anderen Umzug"}.`,
  }),
  link_unknown: () => ({ message: "Dieser Link ist keiner von uns.", remedy: NEW_LINK }),
  link_used: ({ meanwhile }) => ({
    message: meanwhile
      ? "Dieser Link wurde inzwischen benutzt."
      : "Dieser Link wurde schon benutzt; jeder gilt einmal.",
    remedy: NEW_LINK,
  }),
  link_expired: ({ of }) => ({
    message:
      of === "credentials"
        ? "Dieser Link ist abgelaufen; jeder gilt eine Stunde."
        : "Dieser Link ist abgelaufen.",
    remedy: NEW_LINK,
  }),
  link_guessed: () => ({
    message: "Der Code war zu oft falsch, deshalb gilt dieser Link nicht mehr. Nichts wurde gespeichert.",
    remedy: NEW_LINK,
  }),
  wrong_link_code: ({ triesLeft }) => ({
    message: "Das ist nicht der Code, den Cutover in Slack neben diesem Link gezeigt hat.",
    remedy: `Sehen Sie dort noch einmal nach; ${triesLeft === 1 ? "Sie haben noch einen Versuch" : `Sie haben noch ${triesLeft} Versuche`}.`,
  }),
  no_source: () => ({
    message: "Es ist keine Quelle genannt.",
    remedy: "Nennen Sie die API von ConnectWise oder einen Ordner mit CSV-Exporten.",
  }),
  no_survey: () => ({
    message: "Für die Quelle gibt es noch keine Bestandsaufnahme.",
    remedy: "Lassen Sie zuerst eine machen.",
  }),
  no_field_map: () => ({
    message: "Es gibt noch keine Zuordnung.",
    remedy: "Lassen Sie zuerst eine entwerfen.",
  }),
  no_such_row: () => ({
    message: "Diese Zeile gibt es in der Zuordnung nicht mehr.",
    remedy: "Öffnen Sie die Zuordnung neu und wiederholen Sie die Änderung.",
  }),
  invalid_map: ({ issues }, { say }) => ({
    message: `Die Zuordnung ist so nicht zu gebrauchen. ${issues.map(say).join(" ")}`,
    remedy: "Berichtigen Sie die genannten Zeilen, oder lassen Sie eine neue Zuordnung entwerfen.",
  }),
  no_plan: () => ({
    message: "Es gibt noch keinen Plan.",
    remedy: "Lassen Sie zuerst einen berechnen und sehen Sie ihn an.",
  }),
  approval_void: ({ since }) =>
    since === "full-run"
      ? {
          message:
            "Die Zuordnung oder der Workspace hat sich seit der Freigabe der vollständigen Übertragung geändert.",
          remedy:
            "Lassen Sie einen neuen Plan berechnen und freigeben, und übertragen Sie vollständig: Geschrieben wird nur, was abweicht.",
        }
      : since === "approval"
        ? {
            message:
              "Die Zuordnung oder der Workspace hat sich seit der Freigabe dieser Übertragung geändert; deshalb hielt sie an, bevor sie weiter schrieb.",
            remedy:
              "Lassen Sie einen neuen Plan berechnen und freigeben, und beginnen Sie die Übertragung neu: Geschrieben wird nur, was abweicht.",
          }
        : {
            message:
              "Das ist nicht der aktuelle Plan: Zuordnung, Umfang oder Workspace haben sich geändert, oder der Hash gehört zu einem anderen Plan.",
            remedy: "Sehen Sie den Plan noch einmal an und geben Sie den neuen frei.",
          },
  not_your_decision: (args) => ({
    message: `Diese Entscheidung liegt bei ${either(args.roles.map((role) => roles[role]))}.`,
    remedy: "Bitten Sie darum, dass dort der Knopf gedrückt wird.",
  }),
  second_person_needed: () => ({
    message:
      "Sie haben den Plan selbst freigegeben; was in die Produktion geschrieben wird, braucht zwei verschiedene Personen.",
    remedy: "Bitten Sie einen anderen Account Manager um die Freigabe.",
  }),
  not_approved: ({ what }) => approvals[what],
  staging_connected: () => ({
    message:
      "Ein Test-Workspace ist verbunden, deshalb gehen Stichproben dorthin und nicht in die Produktion.",
    remedy: "Sehen Sie die Stichprobe im Test-Workspace an.",
  }),
  sample_in_full_run: () => ({
    message:
      "Die vollständige Übertragung hat auf der Stichprobe aufgebaut, sie lässt sich nicht mehr allein zurücknehmen.",
    remedy: "Wenn sie weg muss, nehmen Sie den ganzen Umzug zurück.",
  }),
  teams_missing: ({ teams }) => ({
    message: `${teams.length === 1 ? "Dieses Team gibt" : "Diese Teams gibt"} es in Intercom noch nicht: ${list(teams)}.`,
    remedy: `Legen Sie ${teams.length === 1 ? "es" : "sie"} in Intercom an (das kann kein Programm), oder geben Sie ${teams.length === 1 ? "dem Board" : "den Boards"} in der Zuordnung ein anderes Team.`,
  }),
  no_full_run: () => ({
    message: "Es gibt keine abgeschlossene vollständige Übertragung, an die das anschließen könnte.",
    remedy: "Schließen Sie zuerst die vollständige Übertragung ab.",
  }),
  no_such_run: () => ({
    message: "Diesen Lauf gibt es nicht.",
    remedy: "Sehen Sie nach, wo der Umzug steht.",
  }),
  run_in_progress: ({ kind }) =>
    kind === undefined
      ? {
          message: "Ein anderer Prozess von Cutover führt diesen Lauf gerade aus.",
          remedy: "Warten Sie ihn ab oder beenden Sie ihn; dann kann dieser dort weitermachen.",
        }
      : {
          message: `Gerade läuft ${runs[kind]} und braucht, was gelöscht würde.`,
          remedy: "Warten Sie das Ende ab, oder brechen Sie vorher ab.",
        },
  rollback_unfinished: ({ state }) => ({
    message: `Der Rollback ist ${states[state]}.`,
    remedy: "Starten Sie ihn noch einmal: Er macht dort weiter, wo er stehen blieb.",
  }),
  no_certificate_yet: () => ({
    message: "Es wurde noch nichts geprüft, deshalb gibt es kein Zertifikat.",
    remedy: "Führen Sie zuerst `cutover verify FILE` aus.",
  }),
  no_certificate: ({ field }) => ({
    message: `Das ist kein Zertifikat von Cutover: „${field}“ fehlt oder ist falsch.`,
    remedy: "Exportieren Sie es neu mit `cutover certificate export FILE --out certificate.json`.",
  }),
  directory_unwritable: ({ directory }) => ({
    message: `In den Ordner ${directory} lässt sich nicht schreiben.`,
    remedy: "Nennen Sie mit --out einen anderen, oder berichtigen Sie seine Rechte.",
  }),
  rate_card_invalid: ({ field, problem }) => ({
    message: `Die Preisliste ist nicht zu gebrauchen: ${field === undefined ? "kein gültiges JSON" : `${field}: ${problem}`}.`,
    remedy: 'Schreiben Sie sie wie {"currency": "USD", "base": 1500, "perThousandTickets": 40}.',
  }),
};
