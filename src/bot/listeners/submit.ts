// Submitted modals: keys, a choice for the map, the confirmation of a rollback.
import { z } from "zod";
import type { Credentials } from "../../engine/model/migration.ts";
import type { BotContext, Surface } from "../context.ts";
import { INPUTS, MODALS, parseClickValue } from "../conversation/action-ids.ts";
import type { Runner } from "../shell/runner.ts";
import { loadChanges } from "./click.ts";
import type { ViewBody } from "./payloads.ts";
import type { PersonInMigration } from "./person-in-migration.ts";

/** Values by action id: a reopened form has other block ids, so that nothing typed comes back. */
function readInputs(body: ViewBody): Readonly<Record<string, string>> {
  const inputs = Object.values(body.view.state?.values ?? {}).flatMap((block) => Object.entries(block));
  return Object.fromEntries(
    inputs.map(([name, { value, selected_option: option }]) => [name, (value ?? option?.value ?? "").trim()]),
  );
}

const required = z.string().min(1).max(500);
const keys = z.object({
  [INPUTS.cwUrl]: required,
  [INPUTS.cwCompany]: required,
  [INPUTS.cwPublicKey]: required,
  [INPUTS.cwPrivateKey]: required,
  [INPUTS.cwClientId]: required,
  [INPUTS.intercomToken]: required,
  [INPUTS.intercomUrl]: z.string().max(500).optional(),
  [INPUTS.stagingToken]: z.string().max(500).optional(),
});

const INTERCOM = "https://api.intercom.io";

function readCredentials(body: ViewBody): Credentials | undefined {
  const { data } = keys.safeParse(readInputs(body));
  if (!data) return undefined;
  const staging = data[INPUTS.stagingToken];
  const url = data[INPUTS.intercomUrl] || INTERCOM;
  return {
    source: {
      connectwise: {
        url: data[INPUTS.cwUrl],
        company: data[INPUTS.cwCompany],
        publicKey: data[INPUTS.cwPublicKey],
        privateKey: data[INPUTS.cwPrivateKey],
        clientId: data[INPUTS.cwClientId],
      },
    },
    destination: { intercom: { url, token: data[INPUTS.intercomToken] } },
    ...(staging ? { staging: { intercom: { url, token: staging } } } : {}),
  };
}

export async function submit(
  bot: BotContext,
  runner: Runner,
  person: PersonInMigration,
  body: ViewBody,
  surface: Surface,
): Promise<void> {
  const { migration, actor, role, because } = person;
  const value = parseClickValue(body.view.private_metadata);
  if (!migration || value?.m !== migration.id) return;
  const human = { kind: "clicked", actor, role, ...(because ? { because } : {}), step: value.s } as const;
  const hash = value.h ? { hash: value.h } : {};
  if (body.view.callback_id === MODALS.rollback) {
    const typed = readInputs(body)[INPUTS.typed] ?? "";
    return runner.handle(migration.id, { ...human, ...hash, action: "rollback.confirm", typed }, surface);
  }
  if (body.view.callback_id === MODALS.choose) {
    const option = readInputs(body)[INPUTS.choice] ?? "";
    const changes = role === "stranger" ? null : await loadChanges(bot.engine, migration.id, option);
    return runner.handle(migration.id, { ...human, action: "map.change", changes }, surface);
  }
  const credentials = readCredentials(body);
  if (body.view.callback_id !== MODALS.connect || !credentials) return;
  if (role !== "customer" && role !== "account-manager")
    return runner.handle(migration.id, { ...human, action: "connect.form" }, surface);
  await bot.engine.connect(migration.id, credentials, actor);
  await runner.handle(migration.id, { kind: "connected", person: actor }, surface);
}
