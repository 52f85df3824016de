// Pictures of milestones: always into a temporary folder, and into docs/screenshots with UPDATE_SCREENSHOTS=1.
import { mkdtempSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const DOCS = fileURLToPath(new URL("../../docs/screenshots", import.meta.url));
/** Where this run's pictures lie. */
export const pictures = mkdtempSync(join(tmpdir(), "cutover-pictures-"));

/** What the documents show of them; the others are for whoever looks at a run. */
const IN_DOCS = new Set([
  "welcome",
  "one-time-page",
  "survey",
  "map",
  "plan",
  "sample",
  "approve-cutover",
  "certificate",
  "intercom-inbox",
  "phone",
]);

export async function shoot(page: Page, name: string): Promise<void> {
  // A mouse that rests on a message would colour it.
  await page.mouse.move(1, 1);
  const picture = await page.screenshot({ animations: "disabled" });
  await writeFile(join(pictures, `${name}.png`), picture);
  if (process.env.UPDATE_SCREENSHOTS !== "1" || !IN_DOCS.has(name)) return;
  await mkdir(DOCS, { recursive: true });
  await writeFile(join(DOCS, `${name}.png`), picture);
}
