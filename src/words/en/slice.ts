// English: a sample in production, where there is no staging workspace.
import { some } from "./formats.ts";

export const slice = {
  productionSample: {
    offer:
      "You would rather see it in Intercom itself? The account manager can have exactly these tickets written to your workspace, and taken out again.",
    write: "Write this sample to Intercom",
    writeTitle: "Write the sample to production?",
    writeText:
      "These tickets become conversations in the real workspace, without notifications. Have workflows, outbound messages and surveys paused first. If a bot answers the first one, I stop. “Remove the sample” takes it all out again.",
    writeYes: "Write it",
    writeNo: "Not yet",
    stands: "*The sample is in your production workspace*",
    earlier: "This preview is not written. *An earlier sample is in your production workspace*",
    made: (conversations: number, contacts: number, companies: number) =>
      `${some(conversations, "conversation", "conversations")}, ${some(contacts, "contact", "contacts")} and ${some(companies, "company", "companies")} that I made.`,
    found:
      "In Intercom, only these have the attribute Source_Ticket_ID__c; the list has a link to each. The full run goes on from them, so nothing is there twice.",
    kept: (n: number) =>
      `*${some(n, "record of the sample is", "records of the sample are")} still in Intercom*, because people touched ${n === 1 ? "it" : "them"} since:`,
    list: "List of its conversations",
    remove: "Remove the sample",
    removeTitle: "Remove the sample from Intercom?",
    removeText:
      "I delete what the sample made and put back what it changed, and nothing else. What people touched since is kept and named here. Intercom keeps the attributes' names among its archived ones. ConnectWise is not touched.",
    removeYes: "Remove it",
    removeNo: "Keep it",
    goesOn: (conversations: number) =>
      `The sample's ${some(conversations, "conversation is", "conversations are")} in Intercom already. The full run goes on from there; nothing is written twice.`,
  },
} as const;
