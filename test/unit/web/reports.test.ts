// The report pages: opened by their own link only, filtered by their address, escaped, without scripts, streamed as CSV.
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { makeWebApp } from "../../../src/web/app.ts";
import { HOSTILE, makeReportEngine } from "./report-engine.ts";

const open = (options?: Parameters<typeof makeReportEngine>[0]) => {
  const errors: unknown[] = [];
  const app = makeWebApp({
    engine: makeReportEngine(options),
    publicUrl: "https://cutover.example.com",
    onError: (error) => errors.push(error),
  });
  const get = async (path: string) => {
    const answer = await app.request(path);
    return { answer, text: await answer.text(), errors };
  };
  return { app, get };
};

describe("every report page", () => {
  const pages = [
    "/r/m1-survey",
    "/r/m1-sample",
    "/r/m1-certificate",
    "/r/m1-tickets",
    "/r/m1-exceptions",
    "/r/m1-work",
    "/r/m1-guides",
    "/r/m1-delta",
    "/r/m1-preflight",
  ];

  it.each(pages)("%s is escaped, has no script and strict headers", async (path) => {
    const { answer, text } = await open().get(path);
    expect(answer.status).toBe(200);
    expect(text).not.toContain("<script");
    expect(text).not.toContain("<b>MSP");
    expect(text).toContain("&lt;script&gt;");
    expect(text).not.toMatch(/\son\w+=/);
    expect(text).not.toContain("\u202e");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(text).not.toContain("style=");
  });

  it("refuses a link that is not its own, and opens no other page with one", async () => {
    const { get } = open();
    expect((await get("/r/other-sample")).answer.status).toBe(410);
    expect((await get("/r/other-sample/download.csv")).answer.status).toBe(410);
    expect((await get("/r/m1-sample/certificate.json")).answer.status).toBe(404);
    expect((await get("/r/m1-certificate/download.csv")).answer.status).toBe(404);
    expect((await get("/t/48007?key=m1-sample")).answer.status).toBe(404);
  });
});

describe("the preflight", () => {
  it("says first what failed, then the warnings, what to do, and what the canary learnt", async () => {
    const { text } = await open().get("/r/m1-preflight");
    const order = [
      "1 check failed",
      "has no inbox seat",
      "Choose another fallback",
      "Could not be asked",
      "bear one e-mail",
      "94 % of",
      "What the canaries learnt",
      "what looks like a tag is lost",
      "whoever replies",
      "reporting numbers",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe("the survey", () => {
  it("says first what will be hard, how long it takes and what it costs", async () => {
    const { text } = await open().get("/r/m1-survey");
    const order = [
      "mark poor",
      "4.1 to 11.6 hours",
      "14,200 EUR",
      "What will be hard",
      "Contacts (My)",
      "61,254",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const hard = text.slice(text.indexOf("What will be hard"), text.indexOf('class="facts"'));
    expect(hard).toContain("may not be read");
    expect(hard).not.toContain("within a day");
  });

  it("names tickets of odd cases, missing rights, closed boards, and how custom fields are filled", async () => {
    const { text } = await open().get("/r/m1-survey");
    for (const part of [
      "#48017 #48020 #51200",
      "Needs",
      "closed to us",
      "Waiting on Client (61), New (12)",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/value="41"><\/meter>41 %/);
    expect(text.indexOf("Vendor Ticket Number")).toBeLessThan(text.indexOf("Root cause"));
    expect(text).toContain("not measured");
    expect(text).not.toContain("x".repeat(100));
  });
});

describe("the field diff", () => {
  it("shows a page of rows, the worst first, and leads to the others with its filter kept", async () => {
    const { text } = await open().get("/r/m1-sample?q=ticket&rows=500");
    expect(text.match(/<tr class=/g)).toHaveLength(500);
    expect(text.indexOf("missing</span>")).toBeLessThan(text.indexOf("same</span>"));
    expect(text).toContain("?q=ticket&amp;rows=500&amp;page=2");
    expect(text).toContain("/download.csv?q=ticket");
  });

  it("says what the sample shows of the source, and lists what it does not", async () => {
    const { text } = await open().get("/r/m1-sample");
    expect(text).toContain("91 of 91 values, 192 of 210 pairs, 101 of 160 whole combinations");
    expect(text).toContain("Not in the sample: 18 pairs, 59 combinations.");
    expect(text).toContain("Sales / Won × Priority 2 × Quote");
    expect(text).toContain(
      "Not looked at when the tickets were chosen: their notes, configurations, documents.",
    );
  });

  it("filters by verdict and record, and says when nothing matches", async () => {
    const { get } = open();
    const { text } = await get("/r/m1-sample?verdict=different&type=ticket");
    expect(text.match(/<tr class="bad"/g)).toHaveLength(3);
    expect(text).toContain("1 to 3 of 3 fields");
    expect((await get("/r/m1-sample?q=no-such-thing")).text).toContain("No field matches");
  });

  it("takes nonsense in its address for nothing", async () => {
    const { answer, text } = await open().get("/r/m1-sample?page=-4&rows=9e9&verdict=x&type=<b>");
    expect(answer.status).toBe(200);
    expect(text).toContain("1 to 100 of 1,000 fields");
  });

  it("streams all rows of a filter as CSV that no spreadsheet runs", async () => {
    const { answer, text } = await open({ rows: 7000 }).get("/r/m1-sample/download.csv");
    expect(answer.headers.get("content-disposition")).toContain("sample.csv");
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(7000);
    // Its "=" comes behind a semicolon, where some spreadsheets begin a cell.
    expect(rows[0]?.["should be"]?.replaceAll("'", "")).toBe(HOSTILE.replaceAll("'", ""));
    expect(text).not.toMatch(/(^|,)[=+@]/m);
    const some = await open().get("/r/m1-sample/download.csv?verdict=different");
    expect(parse(some.text, { bom: true, columns: true })).toHaveLength(3);
  });
});

describe("the certificate", () => {
  it("names who approved beside their ids, and an id alone where nobody was named", async () => {
    const { text } = await open().get("/r/m1-certificate");
    expect(text).toMatch(/Dana &lt;script&gt;.*\(T1\/U1\)/);
    expect(text).toContain("T2/U2");
  });

  it("says what was compared, what is wrong, who approved, and what it is bound to", async () => {
    const { text } = await open().get("/r/m1-certificate");
    for (const words of [
      "4 fields are not",
      "61,254",
      "3 further conversations continue tickets",
      "T1/U1",
      "account manager",
      "a".repeat(64),
      "entry 214",
    ]) {
      expect(text).toContain(words);
    }
    expect((await open({ discrepancies: 0 }).get("/r/m1-certificate")).text).toContain(
      "Every record that was read back is",
    );
  });

  it("comes as the signed file", async () => {
    const { text } = await open().get("/r/m1-certificate/certificate.json");
    expect(JSON.parse(text)).toMatchObject({
      format: "cutover-certificate/1",
      signature: expect.any(String),
    });
  });
});

describe("the cross-reference", () => {
  it("leads from an old number to its conversation, only with the migration's own key", async () => {
    const { app, get } = open();
    const answer = await app.request("/t/48007?key=m1-tickets");
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(
      "https://app.intercom.com/a/inbox/abc123/inbox/conversation/7",
    );
    expect((await get("/t/48007")).answer.status).toBe(404);
    expect((await get("/t/1?key=m1-tickets")).text).toContain("was not moved");
    expect((await get("/t/%3Cscript%3E?key=m1-tickets")).text).not.toContain("<script");
    expect((await get("/t/48007?key=forged")).answer.status).toBe(410);
  });

  it("lists the conversations of a ticket that goes on", async () => {
    const { app, get } = open();
    const answer = await app.request("/t/48008?key=m1-tickets");
    expect(answer.status).toBe(200);
    for (const text of [await answer.text(), (await get("/r/m1-tickets?number=48008")).text])
      expect(text).toMatch(/conversation\/8".*then .*conversation\/9".*then .*conversation\/10"/);
  });

  it("finds a number that was typed, with or without a hash", async () => {
    const { get } = open();
    expect((await get("/r/m1-tickets?number=%2348007")).text).toContain("conversation/7");
    expect((await get("/r/m1-tickets?number=1")).text).toContain("Ticket 1 was not moved");
  });

  it("pages through, and comes whole as CSV", async () => {
    const { get } = open();
    expect((await get("/r/m1-tickets")).text).toContain("?after=48199");
    expect((await get("/r/m1-tickets?after=48399")).text).not.toContain("Next");
    const { text } = await get("/r/m1-tickets/download.csv");
    expect(parse(text, { bom: true, columns: true })).toHaveLength(450);
  });
});

it("shows what people wrote before a rollback, and gives it as Markdown and JSON", async () => {
  const { get } = open();
  expect((await get("/r/m1-work")).text).toContain("I looked at the printer.");
  const markdown = await get("/r/m1-work/work.md");
  expect(markdown.answer.headers.get("content-type")).toContain("text/markdown");
  expect(markdown.text).toContain("> I looked at the printer.");
  expect(JSON.parse((await get("/r/m1-work/work.json")).text).conversations).toHaveLength(1);
  expect((await get("/r/m1-sample/work.json")).answer.status).toBe(404);
});

it("shows what a delta did: counts, what changed on both sides and who decided, every ticket, and all as CSV", async () => {
  const { get } = open();
  const { text } = await get("/r/m1-delta");
  expect(text).toContain("now closed, 2 notes");
  expect(text).toContain("deleted in ConnectWise, closed here");
  expect(text).toContain("policy says keep");
  expect(text).toContain("The first 500 are shown");
  const csv = parse((await get("/r/m1-delta/download.csv")).text, { bom: true, columns: true });
  expect(csv).toHaveLength(1200);
  expect(csv[0]).toMatchObject({ ticket: "48000", "what happened": "now closed, 2 notes, fields" });
});

it("lists exceptions with what to do, as a page and as CSV", async () => {
  const { get } = open();
  expect((await get("/r/m1-exceptions")).text).toContain("3 records did not make it");
  expect(parse((await get("/r/m1-exceptions/download.csv")).text, { bom: true, columns: true })).toHaveLength(
    3,
  );
});
