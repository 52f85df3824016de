// Report pages as CSV files.
import { expect, it } from "vitest";
import type { Engine } from "../../../src/engine/engine.ts";
import { openDownload } from "../../../src/web/reports/downloads.ts";

it("has a line of the cross-reference for each conversation of a ticket", async () => {
  const link = (conversationId: string) => ({ conversationId, url: `https://inbox/${conversationId}` });
  const links = [
    { ticketId: "1", title: "Long", ...link("7"), continued: [link("8"), link("9")] },
    { ticketId: "2", title: "Short", ...link("10") },
  ];
  const engine = { ticketLinks: async () => links } as unknown as Engine;
  const text = await new Response(openDownload(engine, "m", "tickets", {})).text();
  const lines = text.trim().split("\r\n").slice(1);
  expect(lines).toEqual([
    "1,Long,7,https://inbox/7",
    "1,Long,8,https://inbox/8",
    "1,Long,9,https://inbox/9",
    "2,Short,10,https://inbox/10",
  ]);
});
