// Configurations → what a contact's attributes say of them, and the summary on a ticket that they hang on.
import type { SourceConfiguration } from "../model/source/source.ts";

export interface ConfigurationsView {
  /** Each type once; those in use come first. */
  readonly types: readonly string[];
  readonly serials: readonly string[];
  readonly names: readonly string[];
  /** Of the one seen last. */
  readonly lastSeen?: string;
}

/** Undefined without any, so that rules find nothing. */
export function viewConfigurations(
  configurations: readonly SourceConfiguration[],
): ConfigurationsView | undefined {
  if (configurations.length === 0) return undefined;
  const ordered = configurations.toSorted((a, b) => Number(b.active) - Number(a.active));
  const lastSeen = ordered
    .map((one) => one.lastSeen)
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);
  return {
    types: distinct(ordered.map((one) => one.configurationType?.name ?? one.configurationType?.id)),
    serials: distinct(ordered.map((one) => one.serialNumber)),
    names: distinct(ordered.map((one) => one.name)),
    ...(lastSeen === undefined ? {} : { lastSeen }),
  };
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.map((value) => value?.trim() ?? "").filter((value) => value !== ""))];
}

/**
 * One line each; empty without any. Only what stays the same over a device's life: a note that changes is written
 * anew in Intercom, and a device that reports every day would fill the conversation.
 */
export function describeConfigurations(configurations: readonly SourceConfiguration[]): string {
  if (configurations.length === 0) return "";
  const lines = configurations.map((one) => {
    const facts = [
      one.configurationType?.name,
      labelled("serial number", one.serialNumber),
      labelled("model", one.modelNumber),
      labelled("tag", one.tagNumber),
      one.active ? undefined : "no longer in use",
      labelled("part of configuration", one.parentConfigurationId),
    ];
    return `${[one.name, ...facts].filter((fact) => fact !== undefined).join(", ")} (${one.id})`;
  });
  return [`Configurations in ConnectWise:`, ...lines].join("\n");
}

const labelled = (label: string, value: string | undefined) =>
  value?.trim() ? `${label} ${value.trim()}` : undefined;
