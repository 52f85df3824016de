// Rows of companies, contacts, members and the lists that tickets refer to, as they cross the border.
import { z } from "zod";
import { flag, id, info, ref } from "../client/border.ts";
import { customFields } from "./schema.ts";

const address = {
  addressLine1: z.string().optional(),
  addressLine2: z.string().optional(),
  city: z.string().optional(),
  zip: z.string().optional(),
  country: ref.optional(),
};

/** The ten free text fields that companies and contacts have had since before custom fields. */
const userDefined = {
  userDefinedField1: z.string().optional(),
  userDefinedField2: z.string().optional(),
  userDefinedField3: z.string().optional(),
  userDefinedField4: z.string().optional(),
  userDefinedField5: z.string().optional(),
  userDefinedField6: z.string().optional(),
  userDefinedField7: z.string().optional(),
  userDefinedField8: z.string().optional(),
  userDefinedField9: z.string().optional(),
  userDefinedField10: z.string().optional(),
};

const refs = z
  .array(ref)
  .default([])
  .transform((list) => list.filter((item) => item !== undefined));

export const companyRow = z.object({
  id,
  identifier: z.string().optional(),
  name: z.string().default(""),
  ...address,
  state: z.string().optional(),
  website: z.string().optional(),
  phoneNumber: z.string().optional(),
  territory: ref.optional(),
  types: refs,
  status: ref.optional(),
  accountNumber: z.string().optional(),
  market: ref.optional(),
  territoryManager: ref.optional(),
  defaultContact: ref.optional(),
  parentCompany: ref.optional(),
  timeZoneSetup: ref.optional(),
  site: ref.optional(),
  deletedFlag: flag,
  customFields,
  _info: info,
  ...userDefined,
});

export const siteRow = z.object({
  id,
  name: z.string().default(""),
  ...address,
  stateReference: ref.optional(),
  primaryAddressFlag: flag,
  inactiveFlag: flag,
});

export const contactRow = z.object({
  id,
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  title: z.string().optional(),
  department: ref.optional(),
  managerContact: ref.optional(),
  relationship: ref.optional(),
  types: refs,
  company: ref.optional(),
  site: ref.optional(),
  inactiveFlag: flag,
  defaultPhoneNbr: z.string().optional(),
  defaultPhoneExtension: z.string().optional(),
  communicationItems: z
    .array(
      z.object({
        /** Without an id in some answers; its name still tells the kind. */
        type: z.object({ name: z.string().optional() }).optional(),
        value: z.string().default(""),
        extension: z.string().optional(),
        defaultFlag: flag,
        communicationType: z.enum(["Email", "Phone", "Fax"]).optional(),
      }),
    )
    .default([]),
  customFields,
  _info: info,
  ...userDefined,
});

/** Of a member only this; its password, token and hourly cost stay outside. */
export const memberRow = z.object({
  id,
  identifier: z.string().default(""),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  primaryEmail: z.string().optional(),
  officeEmail: z.string().optional(),
  inactiveFlag: flag,
  _info: info,
});

export const boardRow = z.object({
  id,
  name: z.string().default(""),
  inactiveFlag: flag,
  projectFlag: flag,
  _info: info,
});

export const boardStatusRow = z.object({ id, name: z.string().default(""), closedStatus: flag });

export const priorityRow = z.object({
  id,
  name: z.string().default(""),
  sortOrder: z.number().optional(),
  _info: info,
});

export const slaRow = z.object({
  id,
  name: z.string().default(""),
  basedOn: z.string().optional(),
  customCalendar: ref.optional(),
  resolutionHours: z.number().optional(),
  respondHours: z.number().optional(),
  _info: info,
});

export const slaPriorityRow = z.object({
  id,
  priority: ref.optional(),
  respondHours: z.number().optional(),
  planWithin: z.number().optional(),
  resolutionHours: z.number().optional(),
});

export const userDefinedFieldRow = z.object({
  id: z.number().transform(String),
  caption: z.string().default(""),
  fieldTypeIdentifier: z.string().default("Text"),
  options: z.array(z.object({ optionValue: z.string().optional() })).default([]),
});

/** One module function of `/system/mySecurity`. */
export const securityRow = z.object({
  moduleName: z.string().optional(),
  moduleIdentifier: z.string().optional(),
  moduleFunctionName: z.string().optional(),
  moduleFunctionIdentifier: z.string().optional(),
  moduleFunctionDescription: z.string().optional(),
  inquireLevel: z.string().optional(),
  customFlag: flag,
});
