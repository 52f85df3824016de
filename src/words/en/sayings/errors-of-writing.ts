// English: errors of Intercom, of the connection to either vendor, and of writing exactly once.
import type { IntercomAnswer, WritingErrors } from "../../../engine/model/sayings/errors-of-writing.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { count, list, some } from "../formats.ts";
import { one } from "./nouns.ts";

const NETWORK = "Nothing to do unless it keeps happening; then look at the network between here and there.";
const SILENCE =
  "Pause workflows, Fin, surveys and auto-replies in Intercom (or except conversations made by API), then resume.";

const answered = ({ said, status }: IntercomAnswer) =>
  said === undefined ? `Intercom answered ${status}` : `Intercom answered "${said.message}" (${said.code})`;

/** Where to look, by what was refused: a file and a message are the source's, an attribute may be the workspace's. */
function refusedRemedy(route: string): string {
  if (/\/reply$/.test(route)) {
    return "Look at this message in the source (its length, its files), or whether its author can still write in Intercom; then run again.";
  }
  if (/\/parts$/.test(route)) {
    return "Look in Intercom whether the team, the assignee and the acting teammate are still there and have inbox seats; then run again.";
  }
  if (/^PUT \/conversations/.test(route)) {
    return "Look in Intercom's settings for two active conversation attributes of one name, or an attribute that was changed; else correct the record's row of the field map. Then run again.";
  }
  return "Correct the record in the source or its row of the field map, then run again.";
}

const sign = (args: WritingErrors["outbound_detected"]["sign"]) => {
  if (args.kind === "bot-answered") return `a bot answered it (part ${args.part})`;
  return args.kind === "e-mail" ? `part ${args.part} left as an e-mail` : `it was delivered as "${args.as}"`;
};

export const writingErrors: TextsOf<WritingErrors, Explained> = {
  tls_failed: ({ vendor, host, detail }) => ({
    message: `No secure connection to ${vendor} at ${host}: its certificate or TLS version was not accepted (${detail}).`,
    remedy:
      "Check the address. If the server uses a certificate of your own authority, give its file in NODE_EXTRA_CA_CERTS and start again; an expired certificate must be renewed.",
  }),
  host_unknown: ({ vendor, host, detail }) => ({
    message: `${vendor} could not be reached at ${host} (${detail}).`,
    remedy: "Check the spelling of the address and this machine's DNS.",
  }),
  unreachable: ({ vendor, host, detail }) => ({
    message: `${vendor} could not be reached at ${host} (${detail}).`,
    remedy: "Check that the address is right and that this machine may connect to it.",
  }),
  answer_timeout: ({ vendor }) => ({ message: `${vendor} did not answer in time.`, remedy: NETWORK }),
  answer_lost: ({ vendor }) => ({
    message: `The connection to ${vendor} broke before its answer arrived.`,
    remedy: NETWORK,
  }),
  broken_answer: ({ vendor }) => ({
    message: `${vendor}'s answer was cut off or is not valid JSON.`,
    remedy: NETWORK,
  }),
  proxy_answered: (args) => {
    switch (args.of) {
      case "connectwise":
        return {
          message: `A proxy or firewall refused the request to ConnectWise (status ${args.status}).`,
          remedy: "Allow this machine to reach the ConnectWise API directly.",
        };
      case "intercom":
        return {
          message:
            "A web page came back instead of Intercom's data: a proxy or firewall refused the request.",
          remedy: "Check that this machine may reach Intercom's API directly.",
        };
      case "host":
        return {
          message: `A web page came back instead of ${args.vendor}'s data: a proxy, firewall or login page answered for ${args.host}.`,
          remedy: `Check that this machine may reach https://${args.host} directly, and that the address is ${args.vendor}'s API.`,
        };
    }
  },
  rate_limited: () => ({
    message: "Intercom's quota for this app is used up for now.",
    remedy: "Nothing to do: it goes on by itself when the window ends.",
  }),
  conversation_throttled: () => ({
    message: "Intercom takes no more replies to this conversation for the moment.",
    remedy: "Nothing to do: this conversation goes on by itself, the others meanwhile.",
  }),
  server_error: (answer) => ({
    message: `${answered(answer)} to ${answer.route}.`,
    remedy: "Nothing to do unless it keeps happening; then look at Intercom's status page.",
  }),
  token_revoked: () => ({
    message: "Intercom no longer accepts the token it was connected with.",
    remedy:
      "Connect Intercom again with a valid access token, then resume: nothing is lost or written twice.",
  }),
  forbidden: (answer) => ({
    message: `${answered(answer)} to ${answer.route}: the token has no right to do this.`,
    remedy: "Give the token's app the missing permission in Intercom's Developer Hub, then resume.",
  }),
  reference_gone: (answer) => ({
    message: `${answered(answer)} to ${answer.route}: what it refers to does not exist in Intercom (any more).`,
    remedy: "See whether somebody deleted or merged it in Intercom, then run again.",
  }),
  refused: (answer) => ({
    message: `${answered(answer)} to ${answer.route}.`,
    remedy: refusedRemedy(answer.route),
  }),
  unexpected_answer: (answer) => ({
    message: `${answered(answer)} (status ${answer.status}) to ${answer.route}, which no documented case explains.`,
    remedy: "Check the address of the API; if it is right, report this with the request's id.",
  }),
  answer_unexpected: (args) =>
    args.of === "form"
      ? {
          message: `Intercom's answer to ${args.route} has a form this program doesn't know (at "${args.field}").`,
          remedy: "Report it with the request's id: Intercom may have changed its API.",
        }
      : {
          message: "Intercom answered the update of a contact with another contact.",
          remedy: "Look at the contact in Intercom: it may have been merged while the run went on.",
        },
  invalid_created_at: (args) =>
    args.of === "ticket"
      ? {
          message: `Ticket ${args.ticketId} is dated "${args.dated}", which is no time between 2000 and now.`,
          remedy: "Correct the date in ConnectWise and run a delta, or leave this ticket behind.",
        }
      : {
          message: `${answered(args)}: the original time was not accepted, and the record is not written without it.`,
          remedy: "Correct the date in the source, then run again.",
        },
  conflict_unreadable: () => ({
    message: "Intercom says that this contact exists, and names none that can be read.",
    remedy: "Look for an archived or merged contact with this e-mail in Intercom, then run again.",
  }),
  article_published: ({ articleId }) => ({
    message: `Article ${articleId} was published in Intercom; it is not changed any more.`,
    remedy: "Change it in Intercom, where people look after it now.",
  }),
  attribute_without_id: ({ attribute }) => ({
    message: `Intercom made the attribute "${attribute}" without an id.`,
    remedy: "Archive it in Intercom's settings, then run again.",
  }),
  snooze_without_end: () => ({
    message: "A conversation was to be snoozed without an end.",
    remedy: "Report this: the transform must give every snoozed conversation a time.",
  }),
  outbound_detected: (args) => ({
    message:
      args.sign.kind === "bot-answered" && args.sign.first
        ? `A bot answered the first imported conversation (${args.conversationId}, part ${args.sign.part}).`
        : `Something went out to a customer from imported conversation ${args.conversationId}: ${sign(args.sign)}.`,
    remedy: SILENCE,
  }),
  canary_vanished: ({ conversationId }) => ({
    message: `The first conversation of this run (${conversationId}) can't be read back.`,
    remedy: "Look whether a workflow or a person deletes or merges imported conversations, then resume.",
  }),
  fallback_admin_barred: ({ name }) => ({
    message: `The map's fallback admin, ${name}, can't write in this workspace: it is a bot, or has no inbox seat.`,
    remedy: "Choose another fallback admin in the map, or give the teammate an inbox seat in Intercom.",
  }),
  fallback_admin_missing: ({ name }) => ({
    message: `The map's fallback admin, ${name}, is no teammate of this workspace.`,
    remedy: "Choose another fallback admin in the map, or add the teammate in Intercom.",
  }),
  attribute_refused: ({ attribute, error }, { explain }) => ({
    message: `Intercom refused the attribute "${attribute}": ${explain(error).message}`,
    remedy: "Change its name or type in the map, then go on.",
  }),
  attribute_limit: ({ created, total, limit }) => ({
    message: `The map needs ${some(created, "new attribute", "new attributes")}, which makes ${count(total)}: a workspace holds ${count(limit)}.`,
    remedy: "Leave out fields in the map (or write them to notes), or archive attributes in Intercom.",
  }),
  attribute_type_differs: ({ model, attribute, found, needed }) => ({
    message: `The ${model} attribute "${attribute}" exists in Intercom as ${found}, and the map needs it as ${needed}.`,
    remedy: "Change the row of the map to that type or to another name, or rename the attribute in Intercom.",
  }),
  attribute_name_taken: ({ attribute, model, other }) => ({
    message: `"${attribute}" is wanted for a ${model}, and is a ${other} attribute in Intercom already.`,
    remedy: "Give the row of the map another name: contacts and companies can't share one.",
  }),
  no_acting_admin: ({ ticketId }) => ({
    message: `Nobody can act on the conversation of ticket ${ticketId}.`,
    remedy: "Report this: a transform must name the acting admin.",
  }),
  reference_missing: ({ type, id }) => ({
    message: `It refers to ${one(type)} ${id}, which is not in Intercom.`,
    remedy: `Look up why ${one(type)} ${id} was not moved (its own exception says so), then run again.`,
  }),
  changed_on_both_sides: (args, { say }) => ({
    message: say({ code: "both_sides_changed", args }),
    remedy: `Set the ${list(args.what)} in Intercom if ConnectWise is right; or set the policy "conflicts" to "overwrite" in the map and run again.`,
  }),
  answers_lost: ({ writes, type, id }) => ({
    message: `${some(writes, "write", "writes")} of ${one(type)} ${id} in a row had no answer and were not applied.`,
    remedy: "Check the network between this machine and Intercom, then resume: nothing is written twice.",
  }),
  unsettled: () => ({
    message: "Intercom can't say whether a write whose answer was lost was applied.",
    remedy: "Wait a few minutes, then resume: it is asked again, and nothing is written twice.",
  }),
  tried_in_vain: ({ error, tries }, { explain }) => {
    const { message, remedy } = explain(error);
    return {
      message: `${message} (${some(tries, "try", "tries")})`,
      remedy: `${remedy} Then resume: nothing is lost or written twice.`,
    };
  },
  operation_open: ({ step, type, id, operation }) => ({
    message: `Step ${step} of ${type} ${id} has a write whose outcome is not known (operation ${operation}).`,
    remedy: "Settle it first: ask the destination what became of it.",
  }),
  intent_overtaken: () => ({
    message: "Another process recorded the same intents at the same moment.",
    remedy: "Nothing was written; it is tried again, and the other's rows are seen then.",
  }),
  journal_out_of_step: ({ operation }) => ({
    message: `Operation ${operation} is not in the state that this outcome follows: another process has taken it up.`,
    remedy: "Stop the other process, settle what is open, and resume the run.",
  }),
};
