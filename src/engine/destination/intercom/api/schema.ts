// Intercom's answers as far as we read them (API 2.16); everything else in them is ignored.
import { z } from "zod";

/** Ids are strings in the description and numbers in some answers. */
const id = z.union([z.string().min(1), z.number()]).transform(String);
const text = z.string().nullish();
const unix = z.number().nullish();
const customAttributes = z.record(z.string(), z.unknown()).nullish();

export const meSchema = z.object({
  id,
  app: z.object({ id_code: z.string(), name: text, region: text }),
});

export const adminsSchema = z.object({
  admins: z.array(z.object({ id, name: text, email: text, has_inbox_seat: z.boolean().nullish() })),
});
export type AdminAnswer = z.infer<typeof adminsSchema>["admins"][number];

export const teamsSchema = z.object({ teams: z.array(z.object({ id, name: z.string() })) });

export const conversationAttributeSchema = z.object({
  id,
  name: z.string(),
  data_type: z.string(),
  description: text,
  archived: z.boolean().nullish(),
  options: z
    .array(z.object({ id: id.optional(), label: z.string(), archived: z.boolean().nullish() }))
    .nullish(),
});
export type ConversationAttributeAnswer = z.infer<typeof conversationAttributeSchema>;
export const conversationAttributesSchema = z.object({ data: z.array(conversationAttributeSchema) });

export const dataAttributeSchema = z.object({
  /** Built-in attributes have none. */
  id: id.nullish(),
  model: z.string(),
  name: z.string(),
  data_type: z.string(),
  description: text,
  custom: z.boolean().nullish(),
  archived: z.boolean().nullish(),
  options: z
    .array(z.union([z.string(), z.object({ value: z.string() }).transform((o) => o.value)]))
    .nullish(),
});
export type DataAttributeAnswer = z.infer<typeof dataAttributeSchema>;
export const dataAttributesSchema = z.object({ data: z.array(dataAttributeSchema) });

export const companySchema = z.object({
  id,
  company_id: z.string(),
  name: text,
  website: text,
  created_at: unix,
  updated_at: unix,
  remote_created_at: unix,
  custom_attributes: customAttributes,
});
export type CompanyAnswer = z.infer<typeof companySchema>;
/** By `company_id`: one company in the description's words, a list in its example. */
export const companyLookupSchema = z.union([
  companySchema,
  z.object({ data: z.array(companySchema) }).transform(({ data }) => data[0] ?? null),
]);

export const contactSchema = z.object({
  id,
  role: z.string(),
  external_id: text,
  email: text,
  phone: text,
  name: text,
  archived: z.boolean().nullish(),
  created_at: unix,
  updated_at: unix,
  custom_attributes: customAttributes,
  companies: z
    .object({ data: z.array(z.object({ id })).nullish(), has_more: z.boolean().nullish() })
    .nullish(),
});
export type ContactAnswer = z.infer<typeof contactSchema>;
export const contactSearchSchema = z.object({ data: z.array(contactSchema) });
export const contactCompaniesSchema = z.object({
  data: z.array(z.object({ id })),
  pages: z.object({ next: z.unknown().nullish() }).nullish(),
});

/** `POST /conversations` answers a message; `id` is the message's. */
export const messageSchema = z.object({ conversation_id: id, message_type: text });

const author = z.object({ type: z.string(), id: z.union([z.string(), z.number()]).nullish() }).nullish();

const attachments = z.array(z.object({ name: text, filesize: z.number().nullish() })).nullish();

const partSchema = z.object({
  id,
  part_type: z.string(),
  body: text,
  created_at: z.number(),
  author,
  attachments,
  /** Present on parts that left as an e-mail. */
  email_message_metadata: z.unknown().nullish(),
});
export type PartAnswer = z.infer<typeof partSchema>;

export const conversationSchema = z.object({
  id,
  title: text,
  created_at: z.number(),
  updated_at: z.number(),
  snoozed_until: unix,
  state: z.enum(["open", "snoozed", "closed"]),
  source: z.object({ body: text, delivered_as: text, author }).nullish(),
  contacts: z.object({ contacts: z.array(z.object({ id })).nullish() }).nullish(),
  company: z.object({ id }).nullish(),
  admin_assignee_id: z.union([z.string(), z.number()]).nullish(),
  team_assignee_id: z.union([z.string(), z.number()]).nullish(),
  custom_attributes: customAttributes,
  conversation_parts: z
    .object({ conversation_parts: z.array(partSchema).nullish(), total_count: z.number().nullish() })
    .nullish(),
});
export type ConversationAnswer = z.infer<typeof conversationSchema>;

export const conversationSearchSchema = z.object({
  conversations: z.array(conversationSchema),
  pages: z.object({ next: z.object({ starting_after: z.string() }).nullish() }).nullish(),
});

/** For answers whose content says nothing (a deletion). */
export const anything = z.unknown();
