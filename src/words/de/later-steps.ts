// German: from the sample to the rollback.
import type { laterSteps as english } from "../en/later-steps.ts";
import type { Widened } from "../words.ts";
import { dauer, einige, spanne, zahl } from "./numbers.ts";

export const laterSteps: Widened<typeof english> = {
  sample: {
    title: "Die Stichprobe, Feld für Feld",
    summary: (tickets, contacts, fields, coverage) =>
      `${einige(tickets, "Ticket", "Tickets")} und ${einige(contacts, "Kontakt", "Kontakte")} wurden übertragen und zurückgelesen, ${einige(fields, "Feld", "Felder")} verglichen. Sie zeigen ${Math.floor(coverage * 100)} % dessen, was in Ihren Tickets vorkommt: Boards, Status, Prioritäten, Typen und Feldwerte, einzeln und in Paaren.`,
    preview: (tickets, contacts, fields, coverage) =>
      `Es gibt keinen Test-Workspace, deshalb ist dies eine Vorschau. Das würde aus ${einige(tickets, "Ticket", "Tickets")} und ${einige(contacts, "Kontakt", "Kontakten")}: ${einige(fields, "Feld", "Felder")} verglichen. Sie zeigen ${Math.floor(coverage * 100)} % dessen, was in Ihren Tickets vorkommt: Boards, Status, Prioritäten, Typen und Feldwerte, einzeln und in Paaren.`,
    verdict: (discrepancies) =>
      discrepancies === 0
        ? "Jedes Feld ist, wie es sein soll."
        : `${einige(discrepancies, "Feld ist", "Felder sind")} nicht, wie ${discrepancies === 1 ? "es" : "sie"} sein ${discrepancies === 1 ? "soll" : "sollen"}. Die schlimmsten zuerst:`,
    columns: ["Datensatz", "Feld", "ConnectWise", "Intercom", "Ergebnis"],
    verdicts: {
      same: "wie es sein soll",
      altered: "passend gemacht",
      missing: "fehlt",
      different: "anders",
      extra: "zu viel",
    },
    where: "Sehen Sie selbst nach, im Test-Workspace von Intercom.",
    approve: "Die Stichprobe stimmt",
    showTickets: "Drei Tickets zeigen",
    ticketsTitle: "Vorher und nachher",
    close: "Schließen",
    ticketsIntro:
      "Drei Ihrer Tickets, wie sie aussehen werden: was in ConnectWise steht, und was Intercom zeigen wird.",
    ticket: (id, title) => `*Ticket ${id}*: ${title}`,
    fieldLine: (field, source, destination) =>
      source === destination ? `${field}: ${destination}` : `${field}: ${source} → *${destination}*`,
    moreFields: (n) => `und ${einige(n, "weiteres Feld", "weitere Felder")}`,
    fields: {
      title: "Titel",
      state: "Zustand",
      createdAt: "Eröffnet",
      contact: "Anfragende Person",
      company: "Firma",
      assignee: "Zuständig",
      team: "Team",
      teamId: "Team",
      adminId: "Zuständig",
      body: "Eröffnungsnachricht",
      "body.author": "Geschrieben von",
      author: "geschrieben von",
      audience: "sichtbar für",
      attachments: "Dateien",
      order: "Reihenfolge",
      name: "Name",
      email: "E-Mail",
      phone: "Telefon",
      website: "Website",
      role: "Rolle",
      record: "Der ganze Datensatz",
      externalId: "ConnectWise-Nummer",
      companyId: "ConnectWise-Nummer",
    },
    part: "Nachricht",
    continued: (number) => `Unterhaltung ${number}`,
    parts: { note: "Notiz", time: "Zeiteintrag", files: "Dateien" },
    records: { ticket: "Ticket", contact: "Kontakt", company: "Firma" },
    values: {
      note: "interne Notiz",
      comment: "öffentliche Antwort",
      nothing: "nichts",
      "not written yet": "noch nicht geschrieben",
    },
    someone: "die anfragende Person",
    someAdmin: "ein Admin von Intercom",
    someTeam: "ein Team von Intercom",
    someRecord: "sein Datensatz in Intercom",
    altered: "Diese Werte wurden passend gemacht, jeder aus dem Grund, der daneben steht:",
    examples: "Ein paar Beispiele, falls Sie sie nachschlagen möchten:",
    noTickets: "In der Stichprobe ist kein Ticket, das ich zeigen könnte.",
    back: "Zuordnung ändern",
    next: "Danach: eine kurze Checkliste, dann der Umzug. Stimmt etwas nicht, ändern Sie die Zuordnung, und ich mache eine neue Stichprobe.",
  },
  silence: {
    title: "Damit Ihre Kunden nichts merken",
    intro:
      "Ich schreibe ohne Benachrichtigungen. Diese Schalter gehören Ihnen; bitte stellen Sie sie vor der vollständigen Übertragung um:",
    items: [
      {
        id: "workflows",
        text: "Workflows und Bots, die bei neuen Unterhaltungen starten, sind angehalten.",
      },
      {
        id: "outbound",
        text: "Ausgehende Nachrichten, die auf neue Kontakte oder Attribute reagieren, sind angehalten.",
      },
      { id: "surveys", text: "Zufriedenheitsumfragen nach geschlossenen Unterhaltungen sind angehalten." },
      { id: "assignment", text: "Zuweisungsregeln und SLAs für neue Unterhaltungen sind angehalten." },
      { id: "apps", text: "Webhooks und Apps, die auf Unterhaltungen reagieren, wissen vom Umzug." },
    ],
    done: "Erledigt",
    confirm: "Alles ist erledigt",
    open: (n) => `${einige(n, "Punkt ist", "Punkte sind")} offen.`,
    next: "Als Nächstes gibt der Account Manager den Umzug frei. Bis dahin wird nichts in die Produktion geschrieben.",
    nextWithSample:
      "Als Nächstes gibt der Account Manager den Umzug frei. Bis dahin wird nichts weiter in die Produktion geschrieben.",
  },
  cutover: {
    title: "Den Umzug freigeben",
    asks: "Das gibt der Account Manager frei, und zwar jemand anderes als die Person, die den Plan freigegeben hat.",
    asksOf: (managers) =>
      `${managers}: Das wartet auf Sie. Es muss jemand anderes sein als die Person, die den Plan freigegeben hat.`,
    figures: (things, losses, warnings, seconds) =>
      `Geschrieben werden: ${things}, in etwa ${dauer(seconds)}. ${losses === 0 ? "Jeder Wert passt" : `${einige(losses, "Art von Werten passt", "Arten von Werten passen")} nicht, wie sie sind`}; ${warnings === 0 ? "keine Hinweise" : einige(warnings, "Hinweis", "Hinweise")}.`,
    approvedBy: (who) => `Plan und Stichprobe hat ${who} freigegeben.`,
    effect: (workspace) =>
      `Mit der Freigabe beginnt die vollständige Übertragung nach *${workspace}*. ConnectWise bleibt in Betrieb. Sie können jederzeit pausieren oder abbrechen, und danach zurücknehmen.`,
    approve: "Freigeben und starten",
    back: "Erst die Zuordnung ändern",
    confirmTitle: "Vollständig übertragen?",
    confirmText: "Ich beginne, in die Produktion zu schreiben. Pause, Abbruch und Rollback bleiben zur Hand.",
    yes: "Starten",
    no: "Noch nicht",
  },
  manager: {
    target: (workspace) => `Sie geben die vollständige Übertragung nach *${workspace}* frei.`,
    message: (url) => `<${url}|Zur Nachricht mit dem Knopf>`,
    report: (url) => `<${url}|Die Stichprobe, Feld für Feld>; der Link gilt 30 Tage, für jeden, der ihn hat.`,
  },
  work: {
    surveying: {
      title: "ConnectWise wird gelesen",
      text: "Ich zähle Datensätze, prüfe Rechte und nehme Proben. Nichts wird geschrieben.",
    },
    proposing: {
      title: "Die Zuordnung entsteht",
      text: "Ich vergleiche beide Seiten und entwerfe die Zuordnung. Nichts wird geschrieben.",
    },
    planning: {
      title: "Der Plan wird berechnet",
      text: "Ich berechne, was die Zuordnung schreiben würde. Nichts wird geschrieben.",
    },
    sampling: {
      title: "Die Stichprobe wird übertragen",
      text: "Ich übertrage eine Stichprobe, lese sie zurück und vergleiche jedes Feld.",
    },
    "removing-sample": {
      title: "Die Stichprobe wird entfernt",
      text: "Ich nehme die Stichprobe wieder aus Intercom heraus, sonst nichts. Was Menschen seitdem angefasst haben, bleibt und wird genannt.",
    },
    running: {
      title: "Die vollständige Übertragung",
      text: "ConnectWise bleibt in Betrieb. Ich melde mich hier, wenn sie fertig ist oder wenn ich Sie brauche.",
    },
    delta: {
      title: "Es wird nachgezogen",
      text: "Ich übertrage, was sich in ConnectWise seit dem letzten Lauf geändert hat.",
    },
    verifying: {
      title: "Alles wird geprüft",
      text: "Ich lese jeden Datensatz zurück und vergleiche ihn. Nichts wird geschrieben.",
    },
    "rolling-back": {
      title: "Es wird zurückgenommen",
      text: "Ich nehme zurück, was ich geschrieben habe. Was Menschen seitdem angefasst haben, bleibt und wird genannt.",
    },
  },
  progress: {
    line: (percent, done, total) =>
      `*${percent} %* · ${zahl(done)} von ${einige(total, "Datensatz", "Datensätzen")}`,
    rate: (writes, rate) =>
      rate > 0
        ? `${einige(writes, "Schreibvorgang", "Schreibvorgänge")}, ${zahl(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))} Anfragen pro Sekunde`
        : einige(writes, "Schreibvorgang", "Schreibvorgänge"),
    eta: (low, high) => `noch ${spanne(low, high)}`,
    etaUnknown: "Restzeit noch unbekannt",
    exceptions: (n) => (n === 0 ? "keine Ausnahmen" : einige(n, "Ausnahme", "Ausnahmen")),
    starting: "Es geht los.",
    reading: (percent, tickets, withNotes, withFiles) =>
      `*${percent} %* · ConnectWise gibt Notizen und Dateien nur Ticket für Ticket heraus, das braucht die Zeit. Von ${einige(tickets, "Ticket", "Tickets")} sind ${zahl(withNotes)} mit ihren Notizen gelesen${withFiles === undefined ? "" : ` und ${zahl(withFiles)} nach Dateien durchgesehen`}. Sie können weiterarbeiten; der Plan erscheint hier, sobald er fertig ist.`,
    showExceptions: "Ausnahmen zeigen",
    pause: "Pausieren",
    cancel: "Abbrechen",
    cancelTitle: "Die Übertragung abbrechen?",
    cancelText: "Was geschrieben ist, bleibt; es kann fortgesetzt oder zurückgenommen werden.",
    cancelYes: "Übertragung abbrechen",
    cancelNo: "Weitermachen",
    milestone: (title, percent, left) => `${title}: ${percent} % geschafft, ${left}.`,
    phaseDone: (phase, done) => `${phase}: fertig, ${zahl(done)}.`,
    phaseBegins: (phase, total) => (total > 0 ? `Jetzt: ${phase} (${zahl(total)}).` : `Jetzt: ${phase}.`),
    group: (n, message, remedy) => `*${einige(n, "Datensatz", "Datensätze")}*: ${message} ${remedy}`,
    groupsTitle: (total) =>
      `*${einige(total, "Datensatz hat", "Datensätze haben")} es bisher nicht geschafft.* Die Übertragung läuft weiter.`,
  },
  halt: {
    paused: (what) => `${what}: pausiert`,
    failed: (what) => `${what}: angehalten`,
    cancelled: (what) => `${what}: abgebrochen`,
    kept: "Was geschrieben wurde, steht im Journal: Beim Fortsetzen geschieht nichts doppelt.",
    resume: "Fortsetzen",
    pausedBy: (who) => `${who} hat pausiert.`,
    pausedRemedy: "Drücken Sie „Fortsetzen“, wenn Sie so weit sind.",
    cancelledBy: (who) => `${who} hat abgebrochen.`,
    cancelledRemedy: "„Fortsetzen“ macht dort weiter, wo es aufhörte; oder lassen Sie es so.",
    unknown: "Es ist stehen geblieben, ohne zu sagen, warum.",
    unknownRemedy: "Drücken Sie „Fortsetzen“; hört es wieder auf, sagen Sie es dem Account Manager.",
  },
  migrated: {
    title: "Ihr Helpdesk ist umgezogen",
    counts: (writes, exceptions) => `${einige(writes, "Schreibvorgang", "Schreibvorgänge")}, ${exceptions}.`,
    text: "In ConnectWise darf noch eine Weile gearbeitet werden. Ziehen Sie so oft nach, wie Sie möchten; jedes Mal wird nur übertragen, was sich geändert hat.",
    notAll: (exceptions) => `Nicht alles hat es geschafft: ${exceptions}.`,
    delta: "Jetzt nachziehen",
    retryFailed: (n) =>
      n === 1 ? "Die fehlgeschlagene erneut versuchen" : `Die ${zahl(n)} fehlgeschlagenen erneut versuchen`,
    verify: "Alles prüfen",
    next: "Als Nächstes: Die Prüfung liest jeden Datensatz zurück und stellt das Zertifikat aus.",
  },
  certificate: {
    title: "Zertifikat",
    forgotten: (days, records, files, credentials, rows, operations) =>
      `Wie vereinbart habe ich ${einige(days, "Tag", "Tage")} nach dem Ende gelöscht, was ich an Ihren Daten hatte: ${einige(records, "Datensatz", "Datensätze")}, ${einige(files, "Datei", "Dateien")}, ${einige(credentials, "Zugang", "Zugänge")}, ${einige(rows, "Berichtszeile", "Berichtszeilen")}; ${einige(operations, "Zeile", "Zeilen")} des Journals sind nur noch Prüfsummen. Zertifikat, Protokoll und Querverweis bleiben.`,
    proved: "Jeder Datensatz wurde zurückgelesen und verglichen: 0 Abweichungen.",
    notProved: (n) =>
      `${einige(n, "Abweichung", "Abweichungen")}. Ziehen Sie nach und prüfen Sie erneut; die ersten sind:`,
    columns: ["Datensätze", "Erwartet", "Gefunden", "Wie es sein soll", "Abweichend"],
    compared: (fields, parts) =>
      `${einige(fields, "Feld", "Felder")} und ${einige(parts, "Nachricht", "Nachrichten")} verglichen.`,
    continued: (n) =>
      n === 1
        ? "1 weitere Unterhaltung setzt ein Ticket fort, das für eine zu lang ist; sie wurde mit der ersten zurückgelesen."
        : `${zahl(n)} weitere Unterhaltungen setzen Tickets fort, die für eine zu lang sind; sie wurden mit der ersten zurückgelesen.`,
    exceptions: (n) =>
      `${einige(n, "Datensatz hat", "Datensätze haben")} es nicht geschafft; jeder steht mit seinem Grund im Bericht.`,
    hashes: (desired, observed) =>
      `Für Ihre Akten ein Fingerabdruck jeder Seite: ConnectWise ${desired}, Intercom ${observed}. Sie gleichen sich nie; jeder ändert sich mit seiner Seite.`,
    guides: (workflows, slas) =>
      `Was nicht umgezogen ist und Menschen neu aufbauen, steht in Anleitungen: ${einige(workflows, "Workflow-Regel", "Workflow-Regeln")}, ${einige(slas, "SLA", "SLAs")}, Skripte, Abrechnung der Projekte, Hierarchien der Konfigurationen.`,
    verify: "Erneut prüfen",
    rollback: "Rollback …",
    rollbackNote: "Nur der Account Manager kann alles zurücknehmen. Vorher sehen Sie, was dabei geschieht.",
  },
  rollback: {
    modalTitle: "Rollback",
    things: {
      conversation: (n) => einige(n, "Unterhaltung", "Unterhaltungen"),
      contact: (n) => einige(n, "Kontakt", "Kontakte"),
      company: (n) => einige(n, "Firma", "Firmen"),
      article: (n) => einige(n, "Artikel", "Artikel"),
      collection: (n) => einige(n, "Sammlung", "Sammlungen"),
      attribute: (n) => einige(n, "Attribut", "Attribute"),
    },
    kinds: {
      conversation: "Unterhaltung",
      contact: "Kontakt",
      company: "Firma",
      article: "Artikel",
      collection: "Sammlung",
      attribute: "Attribut",
    },
    nothing: "nichts",
    target: (workspace) => `Zurückgenommen wird, was ich in *${workspace}* geschrieben habe.`,
    deletes: (things) => `Ich lösche, was ich angelegt habe: ${things}.`,
    restores: (records) =>
      `Ich stelle ${einige(records, "Datensatz", "Datensätze")} so wieder her, wie ${records === 1 ? "er war" : "sie waren"}.`,
    archives: (attributes) => `Ich archiviere ${einige(attributes, "Attribut", "Attribute")}.`,
    touched: (n) =>
      `*In ${einige(n, "Unterhaltung", "Unterhaltungen")} haben Menschen seitdem geschrieben.* ${n === 1 ? "Sie bleibt" : "Sie bleiben"} bestehen, und das Geschriebene wird vorher exportiert.`,
    touchedAtLeast: (n, looked, of) =>
      `*In mindestens ${einige(n, "Unterhaltung", "Unterhaltungen")} haben Menschen seitdem geschrieben* (in der Zeit konnte ich ${zahl(looked)} von ${zahl(of)} ansehen). Solche bleiben bestehen, und das Geschriebene wird vorher exportiert.`,
    noneTouched: "In keiner dieser Unterhaltungen hat seitdem jemand geschrieben.",
    remainsTitle: "*Was sich nicht rückgängig machen lässt*",
    keeps: "Was Menschen seitdem angefasst haben, bleibt und wird danach genannt.",
    typeThis: (word) => `Zum Bestätigen den Namen des Workspace eintippen: ${word}`,
    word: "ROLL BACK",
    submit: "Zurücknehmen",
    cancel: "Alles behalten",
    wrong: (word) =>
      `Bitte tippen Sie genau ${word} ein, oder schließen Sie dieses Fenster, um alles zu behalten.`,
    doneTitle: "Zurückgenommen",
    done: (things, restored, archived) =>
      `Gelöscht: ${things}.${restored > 0 ? ` Wiederhergestellt: ${zahl(restored)}.` : ""}${archived > 0 ? ` Archiviert: ${einige(archived, "Attribut", "Attribute")}.` : ""}`,
    kept: (n) =>
      `*${einige(n, "Datensatz blieb", "Datensätze blieben")} bestehen*, weil Menschen ${n === 1 ? "ihn" : "sie"} seitdem angefasst haben:`,
    noneKept: "Niemand hatte seitdem etwas angefasst; nichts musste stehen bleiben.",
    again: "Ab der Zuordnung neu beginnen",
    next: "ConnectWise wurde nie verändert. Sie können dort weiterarbeiten.",
  },
};
