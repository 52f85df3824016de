// Cutover with its world, and a browser to look at it, for the tests of one suite.
import { afterAll, beforeAll } from "vitest";
import { type RunningCutover, startCutover } from "../support/start-cutover.ts";
import { type OpenBrowser, openBrowser } from "./open-browser.ts";
import { pictures } from "./screenshots.ts";

interface World {
  readonly cutover: RunningCutover;
  readonly browser: OpenBrowser;
}

/** To be called in a suite; the answer is to be asked inside a test. */
export function useWorld(chromium: string | undefined): () => World {
  let cutover: RunningCutover;
  let browser: OpenBrowser;
  beforeAll(async () => {
    cutover = await startCutover();
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await cutover?.stop();
    console.info(`The pictures of the way are in ${pictures}.`);
  });
  return () => ({ cutover, browser });
}
