// What hangs around tickets, counted, and said what becomes of it: most of it has no place of its own in Intercom.
import type { Saying } from "../../model/sayings/saying.ts";
import type { SourceConfiguration } from "../../model/source/source.ts";
import type { OddCase } from "../../model/survey.ts";
import type { AssetType, Source } from "../../source/port.ts";
import { fetchCountOrWarn, warnOrThrow } from "./lists.ts";

export interface AssetCounts {
  readonly configuration: number;
  readonly agreement: number;
  readonly project: number;
}

export interface AssetSurvey {
  readonly counts: AssetCounts;
  readonly oddCases: readonly OddCase[];
}

/** Four counts and one page of configurations; what is refused or missing counts as none, with a warning. */
export async function surveyAssets(
  source: Source,
  warn: (saying: Saying) => void,
  signal?: AbortSignal,
): Promise<AssetSurvey> {
  const count = (type: AssetType) => fetchCountOrWarn(source, type, warn);
  const counts = {
    configuration: await count("configuration"),
    agreement: await count("agreement"),
    project: await count("project"),
  };
  const workflows = await countWorkflows(source, warn);
  const looked = counts.configuration === 0 ? [] : await lookAtConfigurations(source, signal);
  return { counts, oddCases: findAssetCases({ ...counts, workflows }, looked) };
}

async function countWorkflows(source: Source, warn: (saying: Saying) => void): Promise<number> {
  try {
    return (await source.countWorkflows?.()) ?? 0;
  } catch (error) {
    await warnOrThrow(error, source, warn);
    return 0;
  }
}

async function lookAtConfigurations(
  source: Source,
  signal?: AbortSignal,
): Promise<readonly SourceConfiguration[]> {
  try {
    return (await source.fetchPage("configuration", signal ? { signal } : {})).records;
  } catch (error) {
    // Counted and yet not readable: the extract will say so.
    await warnOrThrow(error, source, () => undefined, signal);
    return [];
  }
}

/** @param looked the first page of configurations: shares of it are scaled to all of them */
export function findAssetCases(
  counts: AssetCounts & { readonly workflows: number },
  looked: readonly SourceConfiguration[],
): readonly OddCase[] {
  const about = looked.length < counts.configuration;
  const scaled = (matches: (one: SourceConfiguration) => boolean) =>
    looked.length === 0
      ? 0
      : Math.round((looked.filter(matches).length * counts.configuration) / looked.length);
  const say = (count: number, estimated = false) =>
    `${estimated && about ? "About " : ""}${count.toLocaleString("en-US")}`;
  const alone = scaled(({ contact }) => contact === undefined);
  const below = scaled(({ parentConfigurationId }) => parentConfigurationId !== undefined);
  const found: OddCase[] = [
    {
      code: "configurations",
      count: counts.configuration,
      sentence: `${say(counts.configuration)} configurations are kept as a summary only: type, serial number and last sign of life on their contact, and a note on open tickets that they hang on.`,
    },
    {
      code: "configurations_without_contact",
      count: alone,
      sentence: `${say(alone, true)} configurations belong to no contact. They are in the exported file, and on no record in Intercom.`,
    },
    {
      code: "configuration_hierarchies",
      count: below,
      sentence: `${say(below, true)} configurations are part of another one. Intercom keeps no hierarchy; it is in the exported file.`,
    },
    {
      code: "agreements",
      count: counts.agreement,
      sentence: `${say(counts.agreement)} agreements become type, dates, service level and amount on the contacts of their company. Billing needs another tool.`,
    },
    {
      code: "projects",
      count: counts.project,
      sentence: `${say(counts.project)} projects become name, number and phase on each of their tickets. Billing and milestones are exported as files.`,
    },
    {
      code: "workflows",
      count: counts.workflows,
      sentence: `${say(counts.workflows)} workflow rules are not moved. They are exported with a guide to rebuild them in Intercom.`,
    },
  ];
  return found.filter(({ count }) => count > 0);
}
