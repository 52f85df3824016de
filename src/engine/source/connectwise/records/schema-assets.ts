// Rows of configurations, agreements and projects as they cross the border; a password among a configuration's
// answers is dropped here.
import { z } from "zod";
import { givesSecretAway } from "../../../values/sensitive/looks-sensitive.ts";
import { nameSensitivity } from "../../../values/sensitive/name-sensitivity.ts";
import { date, flag, id, info, ref } from "../client/border.ts";
import { customFields } from "./schema.ts";

/** Answers are strings in truth, typed object in the model. A secret, or protected data of a person, never gets past this line. */
const questions = z
  .array(
    z.object({
      question: z.string().default(""),
      answer: z.unknown().optional(),
      fieldType: z.string().default("Text"),
      sequenceNumber: z.number().optional(),
    }),
  )
  .default([])
  .transform((asked) =>
    asked
      .filter(
        ({ question, answer, fieldType }) =>
          fieldType !== "Password" &&
          nameSensitivity(question) === undefined &&
          !(typeof answer === "string" && givesSecretAway(answer)),
      )
      .toSorted((a, b) => (a.sequenceNumber ?? 0) - (b.sequenceNumber ?? 0))
      .flatMap(({ question, answer }) => (isScalar(answer) ? [{ question, answer: String(answer) }] : [])),
  );

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

export const configurationRow = z.object({
  id,
  name: z.string().default(""),
  type: ref.optional(),
  status: ref.optional(),
  company: ref.optional(),
  contact: ref.optional(),
  site: ref.optional(),
  serialNumber: z.string().optional(),
  modelNumber: z.string().optional(),
  tagNumber: z.string().optional(),
  manufacturer: ref.optional(),
  osType: z.string().optional(),
  ipAddress: z.string().optional(),
  macAddress: z.string().optional(),
  lastLoginName: z.string().optional(),
  purchaseDate: date.optional(),
  installationDate: date.optional(),
  warrantyExpirationDate: date.optional(),
  lastBackupDate: date.optional(),
  notes: z.string().optional(),
  parentConfigurationId: id.optional(),
  questions,
  activeFlag: z.boolean().default(true),
  customFields,
  _info: info,
});

export const agreementRow = z.object({
  id,
  name: z.string().default(""),
  type: ref.optional(),
  company: ref.optional(),
  contact: ref.optional(),
  sla: ref.optional(),
  parentAgreement: ref.optional(),
  agreementStatus: z.string().optional(),
  cancelledFlag: flag,
  startDate: date.optional(),
  endDate: date.optional(),
  noEndingDateFlag: flag,
  billAmount: z.number().optional(),
  billingCycle: ref.optional(),
  applicationUnits: z.string().optional(),
  applicationLimit: z.number().optional(),
  currency: ref.optional(),
  _info: info,
});

export const additionRow = z.object({
  id,
  product: ref.optional(),
  description: z.string().optional(),
  quantity: z.number().optional(),
  unitPrice: z.number().optional(),
  cancelledDate: date.optional(),
});

export const projectRow = z.object({
  id,
  name: z.string().default(""),
  company: ref.optional(),
  board: ref.optional(),
  manager: ref.optional(),
  agreement: ref.optional(),
  type: ref.optional(),
  status: ref.optional(),
  closedFlag: flag,
  estimatedStart: date.optional(),
  estimatedEnd: date.optional(),
  actualStart: date.optional(),
  actualEnd: date.optional(),
  billingMethod: z.string().optional(),
  billingAmount: z.number().optional(),
  billTime: z.string().optional(),
  budgetHours: z.number().optional(),
  actualHours: z.number().optional(),
  percentComplete: z.number().optional(),
  _info: info,
});

export const phaseRow = z.object({
  id,
  description: z.string().default(""),
  wbsCode: z.string().optional(),
  status: ref.optional(),
  parentPhase: ref.optional(),
  markAsMilestoneFlag: flag,
  budgetHours: z.number().optional(),
  actualHours: z.number().optional(),
  startDate: date.optional(),
  endDate: date.optional(),
  deadlineDate: date.optional(),
});

/** A row of `/tickets/{id}/configurations`: a reference to a configuration. */
export const ticketConfigurationRow = z.object({ id });
