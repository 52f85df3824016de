// Routes of the report pages: each opened by its own signed address, none with a script.
import type { Context, Hono } from "hono";
import type { Engine, ReportPage, TicketLink } from "../../engine/engine.ts";
import { describeWork, renderCertificatePdf } from "../../engine/index.ts";
import type { Migration } from "../../engine/model/migration.ts";
import { notice } from "../page.ts";
import { certificatePage } from "./certificate-page.ts";
import { deltaPage } from "./delta-page.ts";
import { openDownload } from "./downloads.ts";
import { exceptionsPage } from "./exceptions-page.ts";
import { guidesPage } from "./guides-page.ts";
import { preflightPage } from "./preflight-page.ts";
import { reportStylesheet } from "./report-style.ts";
import { parseSampleFilter } from "./sample-filter.ts";
import { samplePage } from "./sample-page.ts";
import { surveyPage } from "./survey-page.ts";
import { ticketsPage } from "./tickets-page.ts";
import { workPage } from "./work-page.ts";

const SHOWN_EXCEPTIONS = 500;
const SHOWN_TICKETS = 200;
/** ConnectWise numbers its tickets; an export may name them otherwise. */
const TICKET = /^[\w.:-]{1,64}$/;

const nothingYet = (what: string) => notice("Nothing to show yet", [`There is no ${what} yet.`]);

export function addReports(app: Hono, engine: Engine): void {
  app.get("/report.css", (c) => c.body(reportStylesheet, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("/r/:token", async (c) => {
    const opened = await engine.openReportLink(c.req.param("token"));
    return show(c, engine, opened, `/r/${c.req.param("token")}`);
  });
  app.get("/r/:token/download.csv", async (c) => {
    const { migration, page } = await engine.openReportLink(c.req.param("token"));
    const body = openDownload(engine, migration.id, page, c.req.query());
    if (!body) return c.notFound();
    return c.body(body, 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${page}.csv"`,
    });
  });
  app.get("/r/:token/certificate.json", async (c) => {
    const { migration, page } = await engine.openReportLink(c.req.param("token"));
    const signed = page === "certificate" ? await engine.signedCertificate(migration.id) : undefined;
    if (!signed) return c.notFound();
    return c.body(`${JSON.stringify(signed, null, 2)}\n`, 200, {
      "Content-Type": "application/json",
      "Content-Disposition": 'attachment; filename="certificate.json"',
    });
  });
  app.get("/r/:token/certificate.pdf", async (c) => {
    const { migration, page } = await engine.openReportLink(c.req.param("token"));
    const signed = page === "certificate" ? await engine.signedCertificate(migration.id) : undefined;
    if (!signed) return c.notFound();
    const pdf = await renderCertificatePdf(signed, migration.title);
    return c.body(new Uint8Array(pdf), 200, {
      "Content-Type": "application/pdf",
      "Content-Disposition": 'inline; filename="certificate.pdf"',
    });
  });
  app.get("/r/:token/work.:format{json|md}", async (c) => {
    const { migration, page } = await engine.openReportLink(c.req.param("token"));
    const work = page === "work" ? await engine.laterEdits(migration.id) : undefined;
    if (!work) return c.notFound();
    const json = c.req.param("format") === "json";
    return c.body(json ? `${JSON.stringify(work, null, 2)}\n` : describeWork(work), 200, {
      "Content-Type": json ? "application/json" : "text/markdown; charset=utf-8",
      "Content-Disposition": `attachment; filename="work.${json ? "json" : "md"}"`,
    });
  });
  app.get("/r/:token/workflows.json", async (c) => {
    const { migration, page } = await engine.openReportLink(c.req.param("token"));
    const guides = page === "guides" ? await engine.rebuildGuides(migration.id) : undefined;
    if (!guides) return c.notFound();
    return c.body(`${JSON.stringify(guides, null, 2)}\n`, 200, {
      "Content-Type": "application/json",
      "Content-Disposition": 'attachment; filename="workflows.json"',
    });
  });
  app.get("/t/:number", async (c) => {
    const key = c.req.query("key");
    if (key === undefined) {
      return c.html(
        notice("Which migration?", [
          "An old ticket number alone does not say whose it is.",
          "Open the cross-reference that Cutover posted in Slack, and look the number up there.",
        ]),
        404,
      );
    }
    const { migration, page } = await engine.openReportLink(key);
    if (page !== "tickets") return c.notFound();
    return resolve(c, engine, migration, c.req.param("number"), key);
  });
}

async function show(
  c: Context,
  engine: Engine,
  { migration, page }: { readonly migration: Migration; readonly page: ReportPage },
  path: string,
): Promise<Response> {
  const { id, title } = migration;
  switch (page) {
    case "survey": {
      const survey = await engine.survey(id);
      return survey ? c.html(surveyPage(title, survey)) : c.html(nothingYet("survey"), 404);
    }
    case "preflight": {
      const report = await engine.preflight(id);
      return report ? c.html(preflightPage(title, report)) : c.html(nothingYet("preflight"), 404);
    }
    case "sample": {
      const diff = await engine.sampleDiff(id);
      if (!diff) return c.html(nothingYet("sample"), 404);
      const filter = parseSampleFilter(c.req.query());
      const { page: at, size, ...wanted } = filter;
      const found = await engine.sampleRows(id, { ...wanted, offset: (at - 1) * size, limit: size });
      return c.html(samplePage({ migration: title, path, diff, filter, found }));
    }
    case "certificate": {
      const signed = await engine.signedCertificate(id);
      return signed ? c.html(certificatePage(title, path, signed)) : c.html(nothingYet("certificate"), 404);
    }
    case "work": {
      const work = await engine.laterEdits(id);
      return work ? c.html(workPage(title, path, work)) : c.html(nothingYet("work that had to be kept"), 404);
    }
    case "guides": {
      const guides = await engine.rebuildGuides(id);
      return guides ? c.html(guidesPage(title, path, guides)) : c.html(nothingYet("verification"), 404);
    }
    case "delta": {
      const delta = await engine.deltaSummary(id);
      return delta ? c.html(deltaPage(title, path, delta)) : c.html(nothingYet("catching up"), 404);
    }
    case "tickets":
      return showTickets(c, engine, migration, path);
    case "exceptions":
      return c.html(exceptionsPage(title, path, await engine.exceptions(id, SHOWN_EXCEPTIONS)));
  }
}

async function showTickets(
  c: Context,
  engine: Engine,
  migration: Migration,
  path: string,
): Promise<Response> {
  const wanted = c.req.query("number")?.trim().replace(/^#/, "").slice(0, 64);
  const after = c.req.query("after");
  const known = after !== undefined && TICKET.test(after) ? after : undefined;
  // Shown and not redirected to: a form may not lead to another site.
  const links = wanted
    ? await findTicket(engine, migration, wanted)
    : await engine.ticketLinks(migration.id, known, SHOWN_TICKETS);
  const last = links.length === SHOWN_TICKETS ? links.at(-1)?.ticketId : undefined;
  return c.html(
    ticketsPage({
      ...{ migration: migration.title, path, token: path.slice("/r/".length), links },
      ...(last === undefined ? {} : { next: last }),
      ...(wanted ? { wanted } : {}),
    }),
  );
}

async function findTicket(
  engine: Engine,
  migration: Migration,
  number: string,
): Promise<readonly TicketLink[]> {
  const link = TICKET.test(number) ? await engine.ticketLink(migration.id, number) : undefined;
  return link ? [link] : [];
}

/** To the conversation in Intercom; a page that lists them where there are several, or says that there is none. */
async function resolve(
  c: Context,
  engine: Engine,
  migration: Migration,
  number: string,
  token: string,
): Promise<Response> {
  const [link] = await findTicket(engine, migration, number);
  if (link?.continued) {
    const path = `/r/${token}`;
    return c.html(
      ticketsPage({ migration: migration.title, path, token, links: [link], wanted: link.ticketId }),
    );
  }
  if (link) return c.redirect(link.url, 302);
  return c.html(
    notice("Not found", [
      `Ticket ${number.slice(0, 64)} was not moved, or there is no such ticket.`,
      "Ask Cutover in Slack what became of it.",
    ]),
    404,
  );
}
