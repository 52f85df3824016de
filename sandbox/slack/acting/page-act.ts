// What the page asks for in a person's name.
import type { Acting } from "./acting.ts";
import type { ActResult } from "./acting-parts.ts";
import type { Given } from "./element-value.ts";
import type { Wanted } from "./find-element.ts";

export type PageAct = { readonly user: string } & (
  | { readonly do: "say"; readonly text: string; readonly channel: string; readonly thread?: string }
  | { readonly do: "command"; readonly text: string; readonly channel: string }
  /** `values`: what is typed in the open modal by now. */
  | { readonly do: "click"; readonly wanted: Wanted; readonly values?: Record<string, Given> }
  | {
      readonly do: "select";
      readonly actionId: string;
      readonly value: Given;
      readonly where: Wanted;
      readonly values?: Record<string, Given>;
    }
  | { readonly do: "submit"; readonly values: Record<string, Given> }
  | { readonly do: "close" }
  | { readonly do: "home" }
);

export async function applyAct(acting: Acting, act: PageAct): Promise<ActResult | undefined> {
  if ((act.do === "click" || act.do === "select") && act.values) acting.fill(act.values);
  switch (act.do) {
    case "say": {
      const { channel, thread } = act;
      return (await acting.say(act.text, { channel, ...(thread ? { thread } : {}) })).result;
    }
    case "command":
      return acting.command(act.text, { channel: act.channel });
    case "click":
      return acting.click(act.wanted);
    case "select":
      return acting.select(act.actionId, act.value, act.where);
    case "submit":
      return acting.submitView(act.values);
    case "close":
      return acting.closeView();
    case "home":
      return acting.openHome();
  }
}
