// Rows of workflows and calendars as they cross the border. Their models are not public: everything may be missing.
import { z } from "zod";
import { maskSecrets } from "../../drop-secrets.ts";
import { flag, id, info, ref } from "../client/border.ts";

const text = z.string().transform(maskSecrets);
const amount = z.union([z.number(), z.string()]).transform(String);

export const workflowRow = z.object({
  id,
  name: text.default(""),
  tableType: ref.optional(),
  board: ref.optional(),
  activateFlag: flag,
  batchInterval: amount.optional(),
  batchFrequencyUnit: z.string().optional(),
  _info: info,
});

export const workflowEventRow = z.object({
  id,
  name: text.default(""),
  eventCondition: text.optional(),
  frequencyOfExecution: amount.optional(),
  frequencyUnit: z.string().optional(),
  maxNumberOfExecution: amount.optional(),
  executionTime: z.string().optional(),
});

/** Whatever else it refers to (a status, a script, a member) is kept by name; see workflows.ts. */
export const workflowActionRow = z.looseObject({
  id,
  notifyType: ref.optional(),
  notifyWho: ref.optional(),
  specificMemberTo: ref.optional(),
  emailRecipient: z.string().optional(),
  subject: text.optional(),
  notes: text.optional(),
});

export const workflowTriggerRow = z.object({
  id,
  name: text.default(""),
  description: text.optional(),
});

export const calendarRow = z.looseObject({ id, name: z.string().default(""), holidayList: ref.optional() });

export const holidayRow = z.object({ id, name: z.string().default(""), date: z.string().optional() });
