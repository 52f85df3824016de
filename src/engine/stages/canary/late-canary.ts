// A second canary beside the run: with every attribute, left standing to see what fires late, and taken away at its end.

import { sameAttribute } from "../../converge/index.ts";
import { CutoverError } from "../../errors.ts";
import type { AttributeDefinition, Attributes, AttributeValue } from "../../model/desired.ts";
import type { WorkspaceProfile } from "../../model/profile.ts";
import { createCanaryContact } from "./ask-mirror.ts";
import { attempt } from "./attempt.ts";
import { type CanaryTools, contactRef, conversationRef, readBack, writeStep } from "./canary-writes.ts";
import { findChange } from "./find-change.ts";
import { attributesLost, outboundDetected } from "./judge-profile.ts";
import { markOf, mirrorText } from "./mirror-text.ts";
import { countAttributeParts, findOutbound } from "./read-mirror.ts";
import { readNew } from "./read-new.ts";
import { removeCanaries } from "./remove-canary.ts";

export interface LateOptions {
  readonly adminId: string;
  /** Who else writes and is assigned; the canary looks whether they still can. */
  readonly actorIds: readonly string[];
  /** All that the map fills, as they stand in the workspace. */
  readonly attributes: readonly AttributeDefinition[];
  /** Milliseconds after its making at which it is looked at. */
  readonly looksMs: readonly number[];
  /** Called once, when something answered it, or the workspace changed under the run. */
  readonly onFired: (error: CutoverError) => void;
}

export interface LateCanary {
  readonly learned: Pick<WorkspaceProfile, "lostAttributes"> &
    Partial<Pick<WorkspaceProfile, "partsPerAttribute">>;
  /** Looks once more, and removes it. Throws `outbound_detected` and `canary_not_deleted`. */
  end(): Promise<void>;
}

/** Also removes what a killed process left. Throws AskError when attributes don't come back; nothing stands then. */
export async function startLateCanary(
  tools: CanaryTools,
  newNonce: () => string,
  options: LateOptions,
): Promise<LateCanary> {
  const { clock } = tools;
  const madeAt = clock.now().getTime();
  await removeCanaries(tools);
  const { conversationId, learned, contactId, nonce, fresh } = await attempt(tools, newNonce, (one) =>
    make(tools, one, options),
  );
  const ended = new AbortController();
  let fired: CutoverError | undefined;

  async function look(signal: AbortSignal | undefined): Promise<void> {
    const found = await readBack({ ...tools, signal }, () =>
      tools.destination.fetchConversation(conversationId),
    );
    if (found && findOutbound(found)) fire(outboundDetected());
  }

  function fire(error: CutoverError): void {
    if (fired) return;
    fired = error;
    options.onFired(error);
  }

  /** Seats, attributes and defaults as the run needs them. */
  async function compare(number: number): Promise<void> {
    const { actorIds, attributes } = options;
    const expected = { actorIds: [options.adminId, ...actorIds], attributes, fresh };
    const change = await findChange({ ...tools, signal: ended.signal }, nonce, contactId, number, expected);
    if (change) fire(change);
  }

  async function watch(): Promise<void> {
    for (const [number, at] of options.looksMs.entries()) {
      await clock.sleep(Math.max(0, madeAt + at - clock.now().getTime()), ended.signal);
      // A look that fails proves nothing: the next one tells.
      await look(ended.signal)
        .then(() => compare(number))
        .catch((error: unknown) => {
          if (!(error instanceof CutoverError)) throw error;
        });
    }
  }
  const watching = watch().catch(() => undefined);

  return {
    learned,
    async end() {
      ended.abort();
      await watching;
      await look(undefined).catch((error: unknown) => {
        if (!(error instanceof CutoverError)) throw error;
      });
      await removeCanaries(tools);
      if (fired) throw fired;
    },
  };
}

async function make(tools: CanaryTools, nonce: string, { adminId, attributes }: LateOptions) {
  const contactId = await createCanaryContact(tools, nonce);
  const ref = conversationRef(nonce, 2);
  const createdAt = Math.floor(tools.clock.now().getTime() / 1000) - 400 * 86_400;
  const { destinationId: conversationId } = await writeStep(tools, ref, "create", {
    ...{ kind: "create-conversation", contactId, role: "user", body: mirrorText(nonce, "late"), createdAt },
  });
  const { adminId: byDefault, teamId: toTeam } = await readNew(tools, conversationId);
  const ofConversation = valuesOf(attributes, "conversation");
  const ofContact = valuesOf(attributes, "contact");
  await writeStep(tools, ref, "attributes", {
    ...{ kind: "update-conversation", conversationId, title: markOf(nonce, "title") },
    attributes: ofConversation,
  });
  if (Object.keys(ofContact).length > 0) {
    const fields = { attributes: ofContact };
    await writeStep(tools, contactRef(nonce), "attributes", { kind: "update-contact", contactId, fields });
  }
  const act = { conversationId, actingAdminId: adminId, state: "closed" as const };
  await writeStep(tools, ref, "state", { kind: "set-state", ...act });
  const conversation = await readNew(tools, conversationId);
  const contact = await readBack(tools, () => tools.destination.fetchContact(contactId));
  const lostAttributes = [
    ...lostOf("conversation", ofConversation, conversation.attributes),
    ...lostOf("contact", ofContact, contact?.attributes ?? {}),
  ];
  if (lostAttributes.length > 0) throw attributesLost(lostAttributes);
  if (findOutbound(conversation)) throw outboundDetected();
  const written = Object.keys(ofConversation).length;
  const learned = {
    lostAttributes,
    ...(written === 0 ? {} : { partsPerAttribute: countAttributeParts(conversation) / written }),
  };
  const fresh = {
    ...(byDefault === undefined ? {} : { adminId: byDefault }),
    ...(toTeam === undefined ? {} : { teamId: toTeam }),
  };
  return { conversationId, learned, contactId, nonce, fresh };
}

/** One value of each type; a list has its first option, and none without. */
function valuesOf(
  definitions: readonly AttributeDefinition[],
  model: AttributeDefinition["model"],
): Attributes {
  const values = definitions.flatMap(({ model: of, name, type, options }): [string, AttributeValue][] => {
    const value = type === "list" ? options[0] : VALUES[type];
    return of === model && value !== undefined ? [[name, value]] : [];
  });
  return Object.fromEntries(values);
}

const VALUES: Readonly<Record<Exclude<AttributeDefinition["type"], "list">, AttributeValue>> = {
  string: "A canary's caf\u00e9 & <b>",
  integer: 42,
  decimal: 1.5,
  boolean: true,
  datetime: "2022-02-28T23:59:58Z",
};

const lostOf = (model: string, wrote: Attributes, found: Attributes): string[] =>
  Object.entries(wrote).flatMap(([name, value]) => {
    const there = found[name];
    return there !== undefined && sameAttribute(value, there) ? [] : [`${model}:${name}`];
  });
