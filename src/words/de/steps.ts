// German: titles, buttons and texts of the cards, step by step.
import type { PlannedObject } from "../../engine/model/plan.ts";
import type { RunPhase } from "../../engine/model/run.ts";
import type { GradeAxis } from "../../engine/model/survey.ts";
import type { steps as english } from "../en/steps.ts";
import type { Widened } from "../words.ts";
import { dauer, einige, spanne, zahl } from "./numbers.ts";

const axes: Readonly<Record<GradeAxis, string>> = {
  objects: "Objekte",
  fields: "Felder",
  timeline: "Zeitplan",
  api: "Schnittstelle",
  volume: "Umfang",
};
const phases: Readonly<Record<RunPhase, string>> = {
  extract: "Aus ConnectWise lesen",
  chosen: "Die gewählten Tickets lesen",
  provision: "Intercom vorbereiten",
  companies: "Firmen",
  contacts: "Kontakte",
  conversations: "Aus Tickets werden Unterhaltungen",
  articles: "Wissensdatenbank",
  rollback: "Zurücknehmen",
};
const objects: Readonly<Record<PlannedObject, string>> = {
  company: "Firmen",
  contact: "Kontakte",
  conversation: "Unterhaltungen",
};

export const steps: Widened<typeof english> = {
  axis: (axis) => axes[axis],
  phase: (phase) => phases[phase],
  object: (kind) => objects[kind],
  shortened: "Diese Nachricht war für Slack zu lang und wurde gekürzt. Die Zahlen oben zählen alles.",

  welcome: {
    title: "Ihr Helpdesk zieht nach Intercom um",
    intro: "Ich übertrage Firmen, Kontakte und Tickets von ConnectWise nach Intercom, in sieben Schritten:",
    road: [
      "*1. Verbinden* – Sie geben die Schlüssel auf einer Seite von uns ein: fünf Minuten.",
      "*2. Bestandsaufnahme* – ich zähle und bewerte, was da ist: Minuten. Nichts wird geschrieben.",
      "*3. Zuordnung* – ich schlage vor, was wohin gehört, Sie berichtigen und nehmen an: eine halbe Stunde Lesen.",
      "*4. Plan* – Sie sehen, was geschrieben würde, was nicht passt und wie lange es dauert, und geben ihn frei.",
      "*5. Stichprobe* – Sie vergleichen einige Tickets Feld für Feld, bevor das Übrige geschrieben wird.",
      "*6. Umzug* – der Account Manager gibt ihn frei, als zweite Person. Ihr Team arbeitet weiter; der Plan sagt, wie lange es dauert.",
      "*7. Nachweis* – ich lese alles zurück, gebe Ihnen ein Zertifikat und ziehe aus ConnectWise nach, so oft Sie mögen.",
    ],
    notice:
      "*Ihre Kunden merken nichts*: Ich schreibe ohne Benachrichtigungen und prüfe, dass nichts hinausgeht. ConnectWise bleibt in Betrieb und wird nur gelesen.",
    undo: "*Es lässt sich rückgängig machen*: Bis zur Stichprobe wird nichts geschrieben; pausieren oder abbrechen geht jederzeit; danach kann der Account Manager alles zurücknehmen.",
    managers: (who) => `*Account Manager*: ${who}.`,
    truthsTitle: "*Was Sie vorher wissen sollten*",
    truths: [
      "Alte Ticketnummern werden ein Attribut jeder Unterhaltung. Sie sind keine Intercom-Nummern.",
      "Workflows und Automatisierungen ziehen nicht um. Sie bekommen eine Übersicht; Menschen bauen sie neu.",
      "Die SLA-Auswertung beginnt in Intercom von vorn. Alte Stufen und Fristen bleiben als Attribute.",
      "Zeiten und Abrechnung brauchen ein anderes Werkzeug. Stunden bleiben als Attribute und Notizen.",
      "Von Konfigurationen bleibt nur eine Zusammenfassung. Ihre Hierarchie braucht ein anderes Werkzeug.",
      "Für diesen Export gelten die API-Bedingungen von ConnectWise. Ich bitte Sie, sie zu bestätigen.",
      "Das API-Kontingent von Intercom teile ich mit Ihren anderen Apps. Einen Teil davon lasse ich frei.",
      "Ein Rollback löscht, was ich angelegt habe, und stellt wieder her, was ich geändert habe. Was Menschen seitdem gesendet haben, bleibt gesendet.",
    ],
    needCustomer:
      "Zuerst muss jemand für den Kunden entscheiden. Diese Person gibt die Zuordnung, den Plan und die Stichprobe frei.",
    claim: "Ich entscheide für den Kunden",
    go: "Weiter",
    decides: (who) => `${who} entscheidet für den Kunden.`,
    next: "Als Nächstes verbinden Sie beide Systeme. Sie können jederzeit aufhören.",
  },
  connect: {
    title: "ConnectWise und Intercom verbinden",
    page: "Auf Knopfdruck zeige ich Ihnen, und nur Ihnen, einen Link, der einmal und eine Stunde lang gilt. Auf dieser Seite geben Sie die Schlüssel ein; bitte schreiben Sie sie niemals hier hinein.",
    form: "Auf Knopfdruck öffnet sich ein Formular. Slack kann nicht verbergen, was Sie tippen; achten Sie darauf, dass niemand mitliest. Ich speichere die Schlüssel verschlüsselt und zeige sie nie wieder an.",
    rights:
      "Das ConnectWise-Mitglied braucht das Leserecht (Inquire: All) für Companies, Contacts, Service und Time. Mehr als lesen werde ich dort nicht.",
    link: "Meinen Link anzeigen",
    openForm: "Schlüssel eingeben",
    linkText: (url, until) =>
      `Ihr Link: ${url}\nEr gilt einmal, nur für Sie, bis ${until}. Sobald beide Systeme antworten, geht es hier weiter.`,
    linkCode: (code) => `Die Seite fragt nach diesem Code, den nur Sie sehen: *${code}*`,
    newKeys: "Neue Schlüssel eingeben",
    again: "Beide Systeme antworten mit den neuen Schlüsseln. Mit „Fortsetzen“ geht es weiter.",
    done: (who, when) => `Verbunden von ${who}, ${when}.`,
  },
  terms: {
    title: "Bitte bestätigen Sie, bevor ich etwas lese",
    lines: [
      "Sie dürfen diese Daten exportieren: Die API-Bedingungen von ConnectWise und Ihre eigenen Verträge erlauben es.",
      "Die personenbezogenen Daten Ihrer Kunden dürfen in Intercom verarbeitet werden.",
      "Die acht Punkte, die ich am Anfang genannt habe, sind verstanden.",
    ],
    agree: "Ich bestätige das",
    next: "Als Nächstes zähle und bewerte ich, was da ist. Das dauert einige Minuten und schreibt nichts.",
    connectedTo: (source, production, staging) =>
      `Verbunden: *${source}* → *${production}*${staging ? `, Stichproben gehen nach *${staging}*` : ". Es gibt keinen Test-Workspace: Die Stichprobe ist dann eine Vorschau, und geschrieben wird nur, wenn der Account Manager es so will"}.`,
  },
  survey: {
    title: (title) => `Bestandsaufnahme von ${title}`,
    grade: (grade) => `*Note ${grade}*`,
    estimate: (low, high) =>
      `*Schätzung*: ${spanne(low * 3600, high * 3600)} für die vollständige Übertragung, während Sie weiterarbeiten.`,
    price: (amount, currency) => `*Preis* laut Preisliste: ${zahl(amount)} ${currency}.`,
    individually: "Mehr als zwei Millionen Datensätze: Diesen Umzug planen wir einzeln, bevor er beginnt.",
    odd: "*Besonderheiten, und was mit ihnen geschieht*",
    warnings: "*Bitte sehen Sie sich das an*",
    rights: (modules) =>
      `*Es fehlen Rechte*: ${modules}. Ich würde nur einen Teil der Datensätze sehen. Erweitern Sie die Rechte und wiederholen Sie die Bestandsaufnahme, oder gehen Sie mit weniger weiter.`,
    more: (n) => `und ${einige(n, "weitere", "weitere")}`,
    next: "Als Nächstes schlage ich vor, wie Felder, Status, Boards und Mitglieder zugeordnet werden. Nichts wird geschrieben.",
    propose: "Zuordnung vorschlagen",
    again: "Bestand neu aufnehmen",
    counts: {
      company: "Firmen",
      contact: "Kontakte",
      ticket: "Tickets",
      timeEntry: "Zeiteinträge",
      board: "Boards",
      member: "Mitglieder",
    },
  },
  map: {
    title: "Die Zuordnung",
    summary: (fields, statuses, boards, members) =>
      `${einige(fields, "Feld", "Felder")}, ${zahl(statuses)} Status, ${einige(boards, "Board", "Boards")} und ${einige(members, "Mitglied", "Mitglieder")}.`,
    doubtful: (n) =>
      n === 0
        ? "Ich bin mir bei jeder Zeile sicher. Sehen Sie die Tabelle bitte trotzdem an."
        : `Bei ${einige(n, "Zeile", "Zeilen")} bin ich mir nicht sicher. Bitte wählen Sie; mein Vorschlag ist vorausgewählt.`,
    status: (name, board) => `Status *${name}* auf dem Board *${board}*: Was sollen seine Tickets werden?`,
    board: (name) => `Board *${name}*: Welches Team bekommt seine Tickets?`,
    member: (name) => `Mitglied *${name}*: Welcher Admin in Intercom ist das?`,
    field: (object, source) => `Feld *${source}* (${object}): Wohin soll es?`,
    why: (reason, percent) => `_${reason}_ (${percent} % sicher)`,
    states: { open: "Offen", snoozed: "Zurückgestellt", closed: "Geschlossen" },
    noTeam: "Kein Team",
    leaveOut: "Dieses Board weglassen",
    leftOut: "bleibt zurück",
    team: (name) => `Team ${name}`,
    newTeam: (name) => `Neues Team: ${name}`,
    fallback: "Der Ersatz-Admin",
    choose: "Auswählen …",
    columns: ["Aus ConnectWise", "Nach Intercom", "Warum"],
    notMoved: "wird nicht übertragen",
    asNote: "eine interne Notiz",
    page: (page, pages) => `Zeilen: Seite ${page} von ${pages}.`,
    earlier: "Vorige Zeilen",
    later: "Weitere Zeilen",
    accept: "Zuordnung annehmen",
    acceptTitle: "Zuordnung annehmen?",
    acceptDoubt: (n) =>
      `${einige(n, "Zeile, bei der ich unsicher bin, bleibt", "Zeilen, bei denen ich unsicher bin, bleiben")} wie vorgeschlagen. Bis zum Umzug können Sie die Zuordnung noch ändern.`,
    changed: (changes) => `Geändert: ${changes}`,
    next: "Als Nächstes berechne ich, was diese Zuordnung schreiben würde. Nichts wird geschrieben.",
    yes: "Annehmen",
    no: "Noch nicht",
    changeRow: "Eine Zeile ändern …",
    change:
      "Jede Zeile lässt sich bis zur Umstellung ändern: unten auswählen, oder mit Worten sagen, zum Beispiel „schick ‚Waiting on vendor‘ auf zurückgestellt“.",
    modalTitle: "Auswählen",
    save: "Speichern",
  },
  plan: {
    title: (workspace) => `Der Plan für ${workspace}`,
    columns: ["Datensätze", "Neu", "Geändert", "Unverändert", "Weggelassen"],
    attributes: (create, adopt) =>
      create + adopt === 0
        ? ""
        : `${einige(create, "Attribut wird", "Attribute werden")} angelegt${adopt > 0 ? `, ${zahl(adopt)} gibt es schon und werden genutzt` : ""}.`,
    teams: (names) => `Diese Teams müssen Sie anlegen (Intercom lässt das nur Menschen tun): ${names}.`,
    lossesTitle: "*Was nicht passt, in klaren Worten*",
    noLosses: "Jeder Wert passt. Nichts wird gekürzt oder gerundet.",
    warnings: "*Bitte sehen Sie sich das an*",
    time: (seconds, operations) =>
      `Etwa ${dauer(seconds)}, ${einige(operations, "Anfrage", "Anfragen")} an Intercom.`,
    hash: (hash) => `Plan ${hash}`,
    binding: "Ihr Ja gilt für genau diesen Plan. Ändert sich die Zuordnung, frage ich neu.",
    approve: "Diesen Plan freigeben",
    back: "Zuordnung ändern",
    next: "Danach: Teams, dann eine Stichprobe zum Prüfen. In die Produktion schreibe ich erst, wenn der Account Manager es freigibt.",
  },
  teams: {
    title: "Teams in Intercom",
    ask: "Teams können in Intercom nur Menschen anlegen. Bitte legen Sie diese unter Settings → Teammates → Teams an, genau so geschrieben:",
    none: "Intercom hat mir seine Teams gerade nicht genannt. Mit dem Knopf frage ich noch einmal.",
    ready: "Alle Teams sind da. Mit dem Knopf geht es weiter.",
    check: "Angelegt: bitte prüfen",
    still: (names) =>
      `Diese Teams fehlen noch: ${names}. Prüfen Sie die Schreibweise und drücken Sie den Knopf noch einmal.`,
    next: "Als Nächstes: die Stichprobe.",
  },
};
