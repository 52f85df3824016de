// Configurations, agreements and projects as neutral records.
import type { z } from "zod";
import type { SourceAgreement, SourceConfiguration, SourceProject } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import { mapCustomFields } from "./map-custom-fields.ts";
import type { additionRow, agreementRow, configurationRow, phaseRow, projectRow } from "./schema-assets.ts";

const nameOf = (ref: { readonly id: string; readonly name?: string } | undefined) => ref?.name ?? ref?.id;

/** Dates are all in the same form here, so that the later text is the later time. */
function newest(...dates: readonly (string | undefined)[]): string | undefined {
  return dates
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1);
}

export function mapConfiguration(row: z.output<typeof configurationRow>): SourceConfiguration {
  const { type, status, manufacturer, lastBackupDate, parentConfigurationId, activeFlag, _info, ...rest } =
    row;
  return compact({
    ...rest,
    ..._info,
    name: row.name || `Configuration ${row.id}`,
    configurationType: type,
    status: nameOf(status),
    manufacturer: nameOf(manufacturer),
    active: activeFlag,
    lastSeen: newest(_info.lastUpdated, lastBackupDate),
    // Parent 0 stands for none.
    parentConfigurationId: parentConfigurationId === "0" ? undefined : parentConfigurationId,
    customFields: mapCustomFields(row),
  });
}

export function mapAgreement(
  row: z.output<typeof agreementRow>,
  additions: readonly z.output<typeof additionRow>[],
): SourceAgreement {
  const { type, agreementStatus, cancelledFlag, noEndingDateFlag, parentAgreement, _info, ...rest } = row;
  return compact({
    ...rest,
    ..._info,
    name: row.name || `Agreement ${row.id}`,
    agreementType: type,
    status: agreementStatus,
    cancelled: cancelledFlag,
    endDate: noEndingDateFlag ? undefined : row.endDate,
    billingCycle: nameOf(row.billingCycle),
    currency: nameOf(row.currency),
    parentAgreementId: parentAgreement?.id,
    additions: additions.map(({ id, product, description, quantity, unitPrice, cancelledDate }) =>
      compact({
        id,
        product: nameOf(product) ?? description ?? `Addition ${id}`,
        quantity,
        unitPrice,
        cancelled: cancelledDate !== undefined,
      }),
    ),
  });
}

export function mapProject(
  row: z.output<typeof projectRow>,
  phases: readonly z.output<typeof phaseRow>[],
): SourceProject {
  const { type, closedFlag, _info, ...rest } = row;
  return compact({
    ...rest,
    ..._info,
    name: row.name || `Project ${row.id}`,
    projectType: nameOf(type),
    status: nameOf(row.status),
    closed: closedFlag,
    phases: phases.map(({ description, status, parentPhase, markAsMilestoneFlag, ...phase }) =>
      compact({
        ...phase,
        name: description || `Phase ${phase.id}`,
        status: nameOf(status),
        milestone: markAsMilestoneFlag,
        parentPhaseId: parentPhase?.id,
      }),
    ),
  });
}
