// Dana and Alex move a helpdesk by themselves, from hello to certificate and rollback; every promise is checked.
import { prefilledForm, type Sandbox } from "../index.ts";
import { printMessage } from "./print-message.ts";
import { type Print, StagePlay } from "./stage-play.ts";

/** Prints the transcript and the checks; true only if all of it held. */
export async function playDemo(sandbox: Sandbox, print: Print): Promise<boolean> {
  const began = Date.now();
  const play = new StagePlay(sandbox, print);
  const { customer, accountManager, stranger } = sandbox.slack.users;
  const [dana, alex, sam] = [customer.id, accountManager.id, stranger.id];
  const checks: [string, boolean][] = [];
  const check = (what: string, held: boolean) => checks.push([what, held]);

  play.say("Dana", "@Cutover hello");
  await sandbox.slack.as(dana).mention("hello");
  await play.press(dana, "Dana", "welcome.go", "reads the hard truths and goes on");
  await play.press(dana, "Dana", "connect.link", "asks for the link");
  await connect(play, dana);
  await play.press(dana, "Dana", "terms.agree", "confirms ConnectWise's terms");
  await play.press(dana, "Dana", "survey.propose", "looks at the survey and asks for the map");
  await play.press(dana, "Dana", "map.accept", "reads the map and accepts it");
  await play.press(dana, "Dana", "plan.approve", "reads the plan and approves it");
  await createTeams(play, dana);
  await play.press(dana, "Dana", "sample.approve", "compares the sample field by field and approves it");
  await tickSilence(play, dana);

  await play.awaitAction(alex, "cutover.approve");
  const before = sandbox.production.stateHash();
  const { teams: _, ...wrote } = sandbox.production.summary().counts;
  check(
    "nothing was written to production before the cutover was approved",
    Object.values(wrote).every((n) => n === 0),
  );
  await refusals(play, { dana, sam }, check);
  await play.press(alex, "Alex", "cutover.approve", "approves the cutover");

  await play.awaitAction(dana, "migrated.delta", 110_000);
  const ticket = sandbox.connectwise.tenant.tickets.find((one) => one.closedFlag === false);
  if (ticket === undefined) throw new Error("the tenant has no open ticket");
  sandbox.connectwise.tenant.addNote(ticket.id, {
    text: "The new dock arrived and works. Thank you.",
    by: "contact",
  });
  play.say("(meanwhile)", `a customer answers ticket ${ticket.id} in ConnectWise`);
  await play.press(dana, "Dana", "migrated.delta", "catches up");
  await play.awaitText(dana, "Catching up");
  await play.press(dana, "Dana", "migrated.verify", "has everything verified");
  await play.awaitAction(alex, "rollback.open");
  const certificate = await play
    .awaitText(dana, "Every record was read back and compared: 0 discrepancies.", 5000)
    .catch(() => undefined);
  check("the certificate names 0 discrepancies", certificate !== undefined);
  const guides = await play.awaitAction(dana, "show.guides", 5000).catch(() => undefined);
  check("the certificate leads to the guides for what people rebuild", guides !== undefined);
  check(
    "no customer was notified",
    sandbox.production.notificationsSent + sandbox.staging.notificationsSent === 0,
  );
  check(
    "Intercom never had to answer 429",
    sandbox.production.rateLimited + sandbox.staging.rateLimited === 0,
  );
  check("ConnectWise was only read", sandbox.connectwise.requests.writes === 0);

  play.say("Dana", `@Cutover where is ticket ${ticket.id}?`);
  await sandbox.slack.as(dana).mention(`where is ticket ${ticket.id}?`);
  await play.awaitText(dana, String(ticket.id));
  await rollBack(play, alex);
  check("the rollback left Intercom as it was before the cutover", sandbox.production.stateHash() === before);
  check("Slack refused none of the messages", sandbox.slack.violations.length === 0);

  const seconds = Math.round((Date.now() - began) / 1000);
  check(`it took under two minutes (${seconds} s)`, seconds < 120);
  print("");
  for (const [what, held] of checks) print(`${held ? "held  " : "FAILED"} ${what}`);
  return checks.every(([, held]) => held);
}

/** Dana opens the one-time page and sends the form. */
async function connect(play: StagePlay, dana: string): Promise<void> {
  const message = await play.awaitText(dana, "/connect/");
  const link = /https?:\/\/\S+\/connect\/[\w-]+/.exec(printMessage(message).join("\n"))?.[0];
  if (link === undefined) throw new Error("no link came");
  play.say("Dana", "(opens the page and enters the keys)");
  const answer = await fetch(link, {
    method: "POST",
    body: new URLSearchParams(prefilledForm(play.sandbox)),
  });
  if (!answer.ok) throw new Error(`the page answered ${answer.status}: ${await answer.text()}`);
}

/** The bot lists what only people can create; Dana creates it in Intercom. */
async function createTeams(play: StagePlay, dana: string): Promise<void> {
  const { production, connectwise } = play.sandbox;
  await play.awaitAction(dana, "teams.check");
  play.flush(dana);
  const existing = new Set([...production.state.teams.values()].map((team) => team.name));
  for (const { name } of connectwise.tenant.boards.filter((board) => !existing.has(board.name))) {
    play.say("Dana", `(creates the team ${name} in Intercom)`);
    production.createTeam(name);
  }
  await play.press(dana, "Dana", "teams.check", "has the teams checked");
}

async function tickSilence(play: StagePlay, dana: string): Promise<void> {
  await play.awaitAction(dana, "silence.tick");
  const seen = () =>
    play.sandbox.slack
      .messages(dana)
      .some((message) => JSON.stringify(message.blocks).includes('"silence.confirm"'));
  while (!seen()) {
    const before = JSON.stringify(play.sandbox.slack.messages(dana));
    await play.press(dana, "Dana", "silence.tick", "pauses it and ticks the point");
    await play.sandbox.slack.waitUntil(() => JSON.stringify(play.sandbox.slack.messages(dana)) !== before);
  }
  await play.press(dana, "Dana", "silence.confirm", "confirms the checklist");
}

/** Who may not approve is refused, and told why. */
async function refusals(
  play: StagePlay,
  { dana, sam }: { dana: string; sam: string },
  check: (what: string, held: boolean) => void,
): Promise<void> {
  const { slack } = play.sandbox;
  for (const [who, user] of [
    ["Sam, a stranger,", sam],
    ["Dana", dana],
  ] as const) {
    const { actionId, ts } = await play.awaitAction(user, "cutover.approve");
    const known = new Set(slack.messages(user).map((message) => message.ts));
    play.say(who, "(presses “Approve and start”)");
    await slack.as(user).click({ actionId, ts });
    const told = () =>
      slack.messages(user).find((message) => message.ephemeralFor === user && !known.has(message.ts));
    await slack.waitUntil(() => told() !== undefined);
    play.flush(user);
    check(`${who} could not approve the cutover and was told why`, told() !== undefined);
  }
}

async function rollBack(play: StagePlay, alex: string): Promise<void> {
  const { slack } = play.sandbox;
  await play.press(alex, "Alex", "rollback.open", "looks at what a rollback would do");
  const window = () => slack.views(alex).find((view) => view.type === "modal");
  await slack.waitUntil(() => JSON.stringify(window() ?? "").includes("rollback.typed"));
  const { w: name } = JSON.parse(window()?.privateMetadata ?? "{}") as { w: string };
  play.say("Alex", `(types ${name})`);
  await slack.as(alex).submitView({ "rollback.typed": name });
  await play.awaitAction(alex, "rolled-back.again");
  play.flush(alex);
}
