// What hangs around tickets: read where it may be read, never a reason to stop what is about the tickets themselves.
import { SkipError } from "../../errors.ts";
import { ASSET_TYPES, type AssetType } from "../../source/port.ts";
import { isNotOffered, isRefused } from "../../source/refusals.ts";
import type { ExtractContext } from "./context.ts";
import { extractPages } from "./pages.ts";

/** Agreements, projects, configurations. One that is refused is an exception; what a server doesn't have is none. */
export async function extractAssets(context: ExtractContext): Promise<void> {
  for (const type of ASSET_TYPES) {
    try {
      await extractPages(context, type);
    } catch (error) {
      if (!isRefused(error) && !(error instanceof SkipError)) throw error;
      if (isNotOffered(error)) {
        context.log?.warn(
          { type },
          `${WORDS[type]} are not offered by this ConnectWise; there is nothing to move`,
        );
        continue;
      }
      await context.except(
        { type, id: "*" },
        {
          code: "source_unreadable",
          message: `${WORDS[type]} can't be read: ${error.message} Tickets are moved without them.`,
          remedy: error.remedy,
        },
      );
    }
  }
}

const WORDS: Readonly<Record<AssetType, string>> = {
  agreement: "Agreements",
  project: "Projects",
  configuration: "Configurations",
};
