// The Intercom stand-in in a process of its own, so that its work is not counted as Cutover's. Options as JSON in argv.
import { startIntercom } from "../../sandbox/intercom/start-intercom.ts";

const { otherShare, ...options } = JSON.parse(process.argv[2] ?? "{}");
const sandbox = await startIntercom({ conversationThrottle: false, ...options });
if (otherShare > 0) {
  // Another app on the same quota: bursts of random size at random moments, its share on average.
  const perSecond = (otherShare * (options.ratePerWindow ?? 1666)) / 10;
  const burst = () => {
    const pause = 20 + Math.random() * 160;
    sandbox.consume(Math.round((perSecond * pause * 2 * Math.random()) / 1000));
    setTimeout(burst, pause);
  };
  burst();
}
process.stdout.write(`${JSON.stringify({ url: sandbox.url, token: sandbox.token })}\n`);
process.on(
  "SIGTERM",
  () =>
    void sandbox.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    ),
);
