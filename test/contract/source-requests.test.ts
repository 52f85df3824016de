// Whatever is asked of ConnectWise is in its own description: known addresses, documented parameters, values of their type.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { SeenRequest } from "../../sandbox/connectwise/request-counts.ts";
import { openFolderBlobs } from "../../src/engine/blobs/folder-blobs.ts";
import { survey } from "../../src/engine/stages/survey/survey.ts";
import { startDrill } from "../support/connectwise-drill.ts";

const SPEC = fileURLToPath(new URL("../../../shared/specs/connectwise-psa-2026.4-get.json", import.meta.url));
const present = existsSync(SPEC);
if (!present)
  console.warn(`SKIPPED: ${SPEC} is absent, so requests aren't held against ConnectWise's description`);

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly type?: string };
}
interface Spec {
  readonly paths: Readonly<
    Record<
      string,
      { readonly get?: { readonly parameters?: readonly (Parameter | { readonly $ref: string })[] } }
    >
  >;
  readonly components: { readonly parameters?: Readonly<Record<string, Parameter>> };
}

/** Parameters beyond those of every list, where the facts name them. */
const MORE: Readonly<Record<string, readonly string[]>> = { "/system/documents": ["recordType", "recordId"] };
/** Beside the API: discovery, and images that texts show. */
const BESIDE = [/^\/login\/companyinfo\/[^/]+$/, /\/inlineimages\//];

/**
 * The public description leaves some addresses out; the vendor's whole one of 2022 has them, and `connectwise-rest` is
 * generated from it.
 */
function loadOlderPaths(): ReadonlySet<string> {
  const folder = fileURLToPath(new URL("../../node_modules/connectwise-rest/dist/Manage/", import.meta.url));
  const code = readdirSync(folder).flatMap((file) =>
    file.endsWith(".js") ? readFileSync(join(folder, file), "utf8") : [],
  );
  const paths = code.flatMap((text) =>
    [...text.matchAll(/path: [`']([^`']+)[`']/g)].map(([, path = ""]) => path),
  );
  return new Set(paths.map((path) => generic(path.replace(/\$\{/g, "{"))));
}

const generic = (path: string) => path.replace(/\{[^}]+\}/g, "{id}").replace(/\/\d+(?=\/|$)/g, "/{id}");

/** What is wrong with a request; undefined for one that the description allows. */
function makeValidator(spec: Spec): (request: SeenRequest) => string | undefined {
  const documented = new Map(
    Object.entries(spec.paths).map(([path, { get }]) => {
      const parameters = (get?.parameters ?? []).map((one) =>
        "$ref" in one ? spec.components.parameters?.[one.$ref.split("/").at(-1) ?? ""] : one,
      );
      return [generic(path), parameters.filter((one) => one?.in === "query")] as const;
    }),
  );
  const usual = documented.get("/service/tickets") ?? [];
  const older = loadOlderPaths();
  return ({ method, path, query }) => {
    if (method !== "GET") return `${method} ${path} is no read`;
    if (BESIDE.some((known) => known.test(path))) return undefined;
    const known = documented.get(generic(path)) ?? (older.has(generic(path)) ? usual : undefined);
    if (known === undefined) return `${generic(path)} is not documented`;
    for (const [name, value] of Object.entries(query)) {
      const parameter = known.find((one) => one?.name === name);
      if (parameter === undefined && !MORE[generic(path)]?.includes(name))
        return `${generic(path)} has no parameter ${name}`;
      if (parameter?.schema?.type === "integer" && !/^\d{1,10}$/.test(value))
        return `${name}=${value} is no integer`;
    }
    if (Number(query.pageSize ?? 0) > 1000)
      return `pageSize ${query.pageSize} is more than ConnectWise gives`;
    return undefined;
  };
}

describe.skipIf(!present)("the requests of a source", () => {
  it("use documented addresses and parameters only: survey, full extraction, files, sample, later pass, guide", async () => {
    const seen: SeenRequest[] = [];
    const drill = await startDrill({ tickets: 120, onRequest: (request) => seen.push(request) });
    const directory = await mkdtemp(join(tmpdir(), "cutover-requests-"));
    try {
      const source = drill.source();
      const blobs = openFolderBlobs(directory);
      await source.identify();
      await survey({ source, clock: () => new Date(drill.clock.ms) });
      const chosen = drill.sandbox.tenant.tickets.slice(0, 5).map(({ id }) => String(id));
      await drill.extract({ source, blobs, onlyTickets: chosen });
      await drill.extract({ source, blobs });
      drill.sandbox.tenant.addNote(Number(chosen[0]), { text: "news", by: "contact" });
      drill.sandbox.tenant.deleteTicket(Number(chosen[1]));
      drill.clock.ms += 3_600_000;
      await drill.extract({ source, blobs });
      await source.fetchWorkflows?.();
      const validate = makeValidator(JSON.parse(readFileSync(SPEC, "utf8")) as Spec);
      const wrong = new Set(seen.flatMap((request) => validate(request) ?? []));
      expect([...wrong]).toEqual([]);
      expect(new Set(seen.map(({ path }) => generic(path))).size).toBeGreaterThan(30);
      expect(seen.length).toBeGreaterThan(500);
    } finally {
      await drill.close();
      await rm(directory, { recursive: true, force: true });
    }
  });

  it("would be caught otherwise", () => {
    const validate = makeValidator(JSON.parse(readFileSync(SPEC, "utf8")) as Spec);
    const get = (path: string, query = {}) => validate({ method: "GET", path, query });
    expect(
      get("/service/tickets", { conditions: "id>5", orderBy: "id asc", pageSize: "1000" }),
    ).toBeUndefined();
    expect(get("/service/tickets", { limit: "5" })).toContain("no parameter limit");
    expect(get("/service/tickets", { pageSize: "many" })).toContain("no integer");
    expect(get("/service/tickets", { pageSize: "5000" })).toContain("more than");
    expect(get("/service/tickts")).toContain("not documented");
    expect(validate({ method: "POST", path: "/service/tickets", query: {} })).toContain("no read");
  });
});
