// Addresses of report pages: nobody can guess or bend one, each opens its own page, and each ends.
import { expect, it } from "vitest";
import { Secret } from "../../../src/engine/model/secret.ts";
import { parseSecretKey } from "../../../src/engine/store/secrets/secrets.ts";
import type { Dependencies } from "../../../src/engine/use-cases/dependencies.ts";
import { makeReportLink, openReportLink } from "../../../src/engine/use-cases/reports/report-links.ts";

const START = Date.UTC(2026, 0, 1);

function world(key = "a passphrase of some length") {
  let now = START;
  const deps = {
    clock: () => new Date(now),
    linkKey: parseSecretKey(new Secret(key)),
    store: { migrations: { find: async (id: string) => (id === "m1" || id === "m2" ? { id } : undefined) } },
  } as unknown as Dependencies;
  return {
    deps,
    pass: (days: number) => {
      now += days * 86_400_000;
    },
  };
}
const tokenOf = (path: string) => path.slice("/r/".length);

it("opens the page that it was made for", async () => {
  const { deps } = world();
  const path = await makeReportLink(deps, "m1", "certificate");
  expect(path).toMatch(/^\/r\/[\w-]+\.[\w-]{43}$/);
  expect(await openReportLink(deps, tokenOf(path))).toEqual({ migration: { id: "m1" }, page: "certificate" });
});

it("ends after its days", async () => {
  const { deps, pass } = world();
  const token = tokenOf(await makeReportLink(deps, "m1", "sample", 2));
  pass(1.9);
  expect(await openReportLink(deps, token)).toMatchObject({ page: "sample" });
  pass(0.2);
  await expect(openReportLink(deps, token)).rejects.toMatchObject({ code: "link_expired" });
});

it("is refused once a character of it was changed, and where another key made it", async () => {
  const { deps } = world();
  const token = tokenOf(await makeReportLink(deps, "m1", "sample"));
  for (let at = 0; at < token.length; at += 1) {
    const bent = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
    await expect(openReportLink(deps, bent)).rejects.toMatchObject({ code: "link_unknown" });
  }
  const foreign = tokenOf(await makeReportLink(world("another passphrase, as long").deps, "m1", "sample"));
  for (const token of [foreign, "", ".", "a.b.c", "é.é"]) {
    await expect(openReportLink(deps, token)).rejects.toMatchObject({ code: "link_unknown" });
  }
});

it("can't be turned into another page's or another migration's", async () => {
  const { deps } = world();
  const [facts = "", code = ""] = tokenOf(await makeReportLink(deps, "m1", "sample")).split(".");
  const [, , until] = JSON.parse(Buffer.from(facts, "base64url").toString());
  const forged = Buffer.from(JSON.stringify(["m2", "sample", until])).toString("base64url");
  await expect(openReportLink(deps, `${forged}.${code}`)).rejects.toMatchObject({ code: "link_unknown" });
});
