// The real engine behind the real pages: its addresses open them, and outlive a restart.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { REPORT_PAGES } from "../../src/engine/engine.ts";
import { openEngine } from "../../src/engine/index.ts";
import { makeOfflineProposer } from "../../src/llm/offline/offline-proposer.ts";
import { makeProposer } from "../../src/llm/proposer.ts";
import { makeWebApp } from "../../src/web/app.ts";
import { print } from "../../src/words/en/telling.ts";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

it("opens every page by its own address, says what is not there yet, and still does after a restart", async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), "cutover-links-"));
  const options = {
    ...{ dataDirectory, log: quiet, program: "a test" },
    print,
    proposer: makeProposer({ offline: makeOfflineProposer() }),
  };
  const failures: unknown[] = [];
  const web = (open: Awaited<ReturnType<typeof openEngine>>) =>
    makeWebApp({
      engine: open.engine,
      publicUrl: "https://cutover.example.com",
      onError: (error) => failures.push(error),
    });
  try {
    const first = await openEngine(options);
    const createdBy = { team: "T1", user: "U1" };
    const { id } = await first.engine.openMigration({ key: "slack:T1/C1", title: "Acme", createdBy });
    const links = await Promise.all(REPORT_PAGES.map((page) => first.engine.reportLink(id, page)));
    const answers = await Promise.all(links.map(async (link) => (await web(first).request(link)).status));
    expect(Object.fromEntries(REPORT_PAGES.map((page, at) => [page, answers[at]]))).toEqual({
      ...{ survey: 404, sample: 404, certificate: 404, work: 404, guides: 404, delta: 404 },
      ...{ preflight: 404 },
      ...{ tickets: 200, exceptions: 200 },
    });
    expect(await first.engine.forget(id, createdBy)).toMatchObject({ records: 0, credentials: 0 });
    await first.close();

    const second = await openEngine(options);
    const tickets = links[REPORT_PAGES.indexOf("tickets")] ?? "";
    const page = await web(second).request(tickets);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("No tickets were moved yet");
    const key = tickets.slice("/r/".length);
    expect((await web(second).request(`/t/123?key=${key}`)).status).toBe(404);
    expect((await web(second).request(`/t/123?key=x${key}`)).status).toBe(410);
    await second.close();
    expect(failures).toEqual([]);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
});
