// Opens the stand-in as a destination, for the contract suite and its neighbours.
import type { IntercomOptions } from "../../sandbox/intercom/options.ts";
import { type IntercomSandbox, startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import type { BlobStore } from "../../src/engine/blobs/port.ts";
import { openIntercom } from "../../src/engine/destination/intercom/open-intercom.ts";
import type { Destination } from "../../src/engine/destination/port.ts";
import { SettleError } from "../../src/engine/errors.ts";
import type { Action, ActionOutcome } from "../../src/engine/model/action.ts";
import type { AttributeDefinition } from "../../src/engine/model/desired.ts";
import type { Governor } from "../../src/engine/pace/governor.ts";

const gate: Governor = {
  acquire: async () => undefined,
  report: () => undefined,
  holdingMs: () => 0,
  figures: { granted: 0, limited: 0 },
  close: async () => undefined,
};

export interface OpenedDestination {
  readonly destination: Destination;
  readonly intercom: IntercomSandbox;
  /** Writes, loses the answer, and says what settling found. */
  lose(action: Action, taken?: ReadonlySet<string>): Promise<Awaited<ReturnType<Destination["settle"]>>>;
  write(action: Action): Promise<ActionOutcome>;
  stop(): Promise<void>;
}

export async function openDestination(
  options: IntercomOptions = {},
  blobs?: BlobStore,
): Promise<OpenedDestination> {
  const intercom = await startIntercom({ teams: [{ id: "70", name: "Help Desk" }], ...options });
  const { url, token } = intercom;
  const destination = openIntercom({
    url,
    token,
    governor: gate,
    searchLagMs: 300,
    ...(blobs ? { blobs } : {}),
  });
  return {
    ...{ destination, intercom },
    write: (action) => destination.write(action),
    async lose(action, taken) {
      const sentAt = new Date();
      const heal = intercom.faults.inject({ kind: "lost-answer", method: methodOf(action), times: 1 });
      const error = await destination.write(action).catch((thrown: unknown) => thrown);
      heal();
      if (!(error instanceof SettleError)) throw new Error(`The answer was not lost: ${String(error)}`);
      return destination.settle(action, sentAt, undefined, taken);
    },
    async stop() {
      await destination.close();
      await intercom.stop();
    },
  };
}

function methodOf(action: Action): string {
  if (/^(delete|detach)-/.test(action.kind)) return "DELETE";
  if (action.kind === "archive-attribute") return action.model === "conversation" ? "DELETE" : "PUT";
  return action.kind.startsWith("update-") ? "PUT" : "POST";
}

export const attribute = (
  model: AttributeDefinition["model"],
  name: string,
  type: AttributeDefinition["type"] = "string",
  options: readonly string[] = [],
): Action => ({ kind: "create-attribute", definition: { model, name, type, options } });

export const aContactAction = (more: Partial<Extract<Action, { kind: "create-contact" }>> = {}): Action => ({
  kind: "create-contact",
  externalId: "connectwise:20",
  role: "user",
  email: "ada@client.example",
  name: "Ada Jones",
  attributes: {},
  ...more,
});

export const OPENED_AT = 1_748_768_400;

/** A conversation of a new contact; returns both ids. */
export async function openConversation(
  { write }: OpenedDestination,
  body = "The <printer> is on fire",
): Promise<{ readonly contactId: string; readonly conversationId: string }> {
  const { destinationId: contactId } = await write(aContactAction());
  const create: Action = { kind: "create-conversation", contactId, role: "user", body, createdAt: OPENED_AT };
  return { contactId, conversationId: (await write(create)).destinationId };
}
