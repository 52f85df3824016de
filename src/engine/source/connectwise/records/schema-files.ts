// Documents and knowledge base articles as they cross the border.
import { z } from "zod";
import { date, flag, id, info, ref } from "../client/border.ts";

export const documentRow = z.object({
  id,
  title: z.string().optional(),
  /** Of a link: the address. */
  fileName: z.string().optional(),
  owner: z.string().optional(),
  linkFlag: flag,
  urlFlag: flag,
  publicFlag: flag,
  /** Its unit isn't documented: never believed, only shown. */
  size: z.number().nonnegative().optional(),
  guid: z.string().optional(),
  _info: info,
});
export type DocumentRow = z.output<typeof documentRow>;

export const articleRow = z.object({
  id,
  title: z.string().default(""),
  issue: z.string().default(""),
  resolution: z.string().default(""),
  board: ref.optional(),
  categoryId: id.optional(),
  subCategoryId: id.optional(),
  dateCreated: date.optional(),
  createdBy: z.string().optional(),
  _info: info,
});
export type ArticleRow = z.output<typeof articleRow>;

export const articleCategoryRow = z.object({ id, name: z.string().default(""), _info: info });
export const articleSubCategoryRow = z.object({ id, name: z.string().default(""), category: ref.optional() });
