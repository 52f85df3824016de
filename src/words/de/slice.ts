// German: a sample in production, where there is no staging workspace.
import type { slice as english } from "../en/slice.ts";
import type { Widened } from "../words.ts";
import { einige } from "./numbers.ts";

export const slice: Widened<typeof english> = {
  productionSample: {
    offer:
      "Sie möchten es lieber in Intercom selbst sehen? Der Account Manager kann genau diese Tickets in Ihren Workspace schreiben lassen und wieder herausnehmen.",
    write: "Diese Stichprobe in Intercom schreiben",
    writeTitle: "In die Produktion schreiben?",
    writeText:
      "Diese Tickets werden Unterhaltungen im echten Workspace, ohne Benachrichtigungen. Lassen Sie vorher Workflows, ausgehende Nachrichten und Umfragen anhalten. Antwortet ein Bot, höre ich auf. „Stichprobe entfernen“ nimmt alles wieder heraus.",
    writeYes: "Schreiben",
    writeNo: "Noch nicht",
    stands: "*Die Stichprobe steht in Ihrem echten Workspace*",
    earlier:
      "Diese Vorschau ist nicht geschrieben. *Eine frühere Stichprobe steht in Ihrem echten Workspace*",
    made: (conversations, contacts, companies) =>
      `${einige(conversations, "Unterhaltung", "Unterhaltungen")}, ${einige(contacts, "Kontakt", "Kontakte")} und ${einige(companies, "Firma", "Firmen")}, die ich angelegt habe.`,
    found:
      "In Intercom haben nur sie das Attribut Source_Ticket_ID__c; die Liste führt zu jeder. Die vollständige Übertragung macht von dort aus weiter, nichts steht doppelt da.",
    kept: (n) =>
      `*${einige(n, "Datensatz der Stichprobe steht", "Datensätze der Stichprobe stehen")} noch in Intercom*, weil Menschen ${n === 1 ? "ihn" : "sie"} seitdem angefasst haben:`,
    list: "Liste ihrer Unterhaltungen",
    remove: "Stichprobe entfernen",
    removeTitle: "Die Stichprobe aus Intercom nehmen?",
    removeText:
      "Ich lösche, was die Stichprobe angelegt hat, und stelle wieder her, was sie geändert hat, sonst nichts. Was Menschen seitdem angefasst haben, bleibt und wird hier genannt. Die Namen der Attribute bleiben in Intercoms Archiv. ConnectWise bleibt unberührt.",
    removeYes: "Entfernen",
    removeNo: "Behalten",
    goesOn: (conversations) =>
      `${einige(conversations, "Unterhaltung", "Unterhaltungen")} der Stichprobe ${conversations === 1 ? "steht" : "stehen"} schon in Intercom. Die vollständige Übertragung macht von dort aus weiter; nichts wird doppelt geschrieben.`,
  },
};
