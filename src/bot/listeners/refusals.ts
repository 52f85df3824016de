// Strangers are refused at the door: said once a person and minute, and behind everybody else's messages.
import type { BotContext } from "../context.ts";
import { tellPerson } from "../shell/tell-person.ts";
import type { Incoming } from "./incoming.ts";
import type { PersonInMigration } from "./person-in-migration.ts";

const QUIET_MS = 60_000;
const REMEMBERED = 5000;

/** Home shows a stranger nothing, so there is nothing to refuse. */
export const isRefused = (incoming: Incoming, { role }: PersonInMigration): boolean =>
  role === "stranger" && incoming.user !== "" && !incoming.surface.isHome;

/** Nobody waits for it: a flood of a stranger's messages takes nothing from the conversation but a look at who it is. */
export function createRefusals(bot: BotContext) {
  const { engine, clock, log } = bot;
  const toldAt = new Map<string, number>();
  return (incoming: Incoming, person: PersonInMigration): void => {
    const { actor, team, migration, words, because = "" } = person;
    const key = `${actor.team}/${actor.user}`;
    const now = clock().getTime();
    if (now - (toldAt.get(key) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
    if (toldAt.size >= REMEMBERED) toldAt.clear();
    toldAt.set(key, now);
    const channel = incoming.surface.channel ?? migration?.channel.id;
    const listener = { team, actor, surface: incoming.surface, lane: "refusals" as const };
    const telling = tellPerson(
      bot,
      { ...listener, ...(channel ? { channel } : {}) },
      words.refusal.stranger(because),
    );
    const { action } = incoming;
    const audit =
      migration &&
      (action
        ? engine.audit(migration.id, actor, "click-refused", { action, why: "stranger" })
        : engine.audit(migration.id, actor, "question-refused", { why: "stranger" }));
    Promise.all([telling, audit]).catch((error: unknown) =>
      log.info({ key: incoming.key, err: error }, "a stranger could not be told that they are refused"),
    );
  };
}
