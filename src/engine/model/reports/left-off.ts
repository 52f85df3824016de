// Fields that a record was written without, because Intercom refused them: the record is moved all the same, and it is told.
import { z } from "zod";

export const leftOffField = z.object({
  field: z.enum(["email", "phone", "name", "website"]),
  /** `ambiguous`: several users bear this e-mail, and nobody can tell whose it is. */
  why: z.enum(["refused", "ambiguous"]),
  /** What Intercom said, bounded. */
  said: z.string(),
});
export type LeftOff = z.infer<typeof leftOffField>;

const kept = z.object({ leftOff: z.array(leftOffField) });

/** Of what the journal keeps with an outcome. */
export function leftOffOf(before: unknown): readonly LeftOff[] {
  return kept.safeParse(before).data?.leftOff ?? [];
}
