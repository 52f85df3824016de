// From what `state.values` holds to what a form control shows.
import type { Given } from "../acting/element-value.ts";

type Loose = Record<string, unknown>;

const optionValue = (option: unknown): string => String((option as Loose | null)?.value ?? "");

export function givenOf(value: Loose | undefined): Given {
  const held = Object.entries(value ?? {}).find(([key]) => key !== "type");
  if (!held || held[1] === null || held[1] === undefined) return null;
  const [key, content] = held;
  if (key === "selected_option") return optionValue(content);
  if (key === "selected_options") return (content as unknown[]).map(optionValue);
  return content as Given;
}

export const asText = (given: Given): string =>
  given === null || typeof given === "object" ? "" : String(given);
export const asList = (given: Given): string[] =>
  given === null ? [] : [given].flat().map((one) => String(one));
