// What hangs around tickets: read where it may be read, never a reason to stop what is about the tickets themselves.
import { ASSET_TYPES } from "../../source/port.ts";
import type { ExtractContext } from "./context.ts";
import { extractOrName } from "./or-name.ts";

export async function extractAssets(context: ExtractContext): Promise<void> {
  for (const type of ASSET_TYPES) await extractOrName(context, type);
}
