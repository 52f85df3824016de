// What the app's manifest asks for, so that the stand-in grants and delivers that and nothing else.
import { readFileSync } from "node:fs";

export interface Manifest {
  /** Scopes that an installation grants. */
  readonly scopes: readonly string[];
  /** Events that are delivered. */
  readonly events: readonly string[];
  /** Without it, nobody can be written to in person: `messages_tab_disabled`. */
  readonly hasMessagesTab: boolean;
}

/** The items of one list of the file, by its key; the keys that are read occur once. */
function listOf(yaml: string, key: string): readonly string[] {
  const [, items = ""] = new RegExp(`^ +${key}:\\n((?: +- .+\\n?)+)`, "m").exec(yaml) ?? [];
  return [...items.matchAll(/- (\S+)/g)].map(([, item = ""]) => item);
}

export function readManifest(file = new URL("../../manifest.yaml", import.meta.url)): Manifest {
  const yaml = readFileSync(file, "utf8");
  return {
    scopes: listOf(yaml, "bot"),
    events: listOf(yaml, "bot_events"),
    hasMessagesTab: /^ +messages_tab_enabled: true$/m.test(yaml),
  };
}
