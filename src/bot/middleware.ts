// What happens to every request before a listener sees it: acknowledged, guarded, deduplicated, put in context.
import { randomUUID } from "node:crypto";
import type { AnyMiddlewareArgs, App } from "@slack/bolt";
import { CutoverError } from "../engine/errors.ts";
import { chooseWords } from "../words/choose-words.ts";
import type { Words } from "../words/words.ts";
import type { BotContext } from "./context.ts";
import { assembleViewErrors } from "./listeners/acknowledge.ts";
import { type Incoming, parseIncoming } from "./listeners/incoming.ts";
import type { LookUpPerson, PersonInMigration } from "./listeners/person-in-migration.ts";
import { createRefusals, isRefused } from "./listeners/refusals.ts";
import { KEY, type RequestFacts } from "./listeners/request-facts.ts";
import { tellPerson } from "./shell/tell-person.ts";
import { NotInstalledError } from "./slack/installations.ts";

/** Slack hears at once; true when the request ends here, with an answer beside an input. */
async function acknowledge(args: AnyMiddlewareArgs): Promise<boolean> {
  if (!("ack" in args) || typeof args.ack !== "function") return false;
  const errors = assembleViewErrors(args.body);
  const ack = args.ack as (answer?: unknown) => Promise<void>;
  await ack(errors);
  return errors !== undefined;
}

/** The one way to answer where there is no token: the request's own address for answers. */
async function respondNotInstalled(args: AnyMiddlewareArgs, words: Words): Promise<void> {
  if (!("respond" in args) || typeof args.respond !== "function") return;
  const respond = args.respond as (answer: object) => Promise<unknown>;
  await respond({ response_type: "ephemeral", text: words.refusal.notInstalled });
}

/** An error of ours is a sentence and a remedy; anything else is a reference that leads to the log. */
async function reportError(
  bot: BotContext,
  error: unknown,
  incoming: Incoming,
  person: PersonInMigration | undefined,
): Promise<void> {
  const { people, log } = bot;
  const isKnown = error instanceof CutoverError;
  const reference = randomUUID().slice(0, 8);
  log[isKnown ? "info" : "error"]({ reference, key: incoming.key, err: error }, "a request failed");
  if (!incoming.user) return;
  const words = person?.words ?? (await people.wordsOf(incoming.installedTeam, incoming.user));
  const text = isKnown ? words.error.known(words.explain(error.saying)) : words.error.unknown(reference);
  try {
    const channel = incoming.surface.channel ?? person?.migration?.channel.id;
    const actor = person?.actor ?? { team: incoming.installedTeam, user: incoming.user };
    await tellPerson(
      bot,
      {
        team: person?.team ?? incoming.installedTeam,
        actor,
        surface: incoming.surface,
        ...(channel ? { channel } : {}),
      },
      text,
    );
  } catch (failure) {
    log.error({ reference, err: failure }, "the person could not be told");
  }
}

export function installMiddleware(
  app: App,
  bot: BotContext,
  lookUp: LookUpPerson,
  homeTeam: string | undefined,
): void {
  const { engine, log } = bot;
  const refuse = createRefusals(bot);
  app.use(async (args) => {
    if (await acknowledge(args)) return;
    const incoming = parseIncoming(args.body);
    if (!incoming) return;
    let person: PersonInMigration | undefined;
    try {
      if (!(await engine.firstDelivery(incoming.key))) {
        log.info({ key: incoming.key }, "delivered again; ignored");
        return;
      }
      person = await lookUp(incoming, homeTeam);
      if (isRefused(incoming, person)) return refuse(incoming, person);
      const facts: RequestFacts = { incoming, person };
      args.context[KEY] = facts;
      await args.next();
    } catch (error) {
      if (error instanceof NotInstalledError) {
        log.info({ key: incoming.key, err: error }, "a request came from where the app is not installed");
        await respondNotInstalled(args, chooseWords(undefined));
        return;
      }
      await reportError(bot, error, incoming, person);
    }
  });
}
