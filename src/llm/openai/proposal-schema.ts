// What the model may answer: rows by id, with a closed set of choices; anything else never reaches a map.
import { z } from "zod";
import { attributeTypes } from "../../engine/field-map/schema.ts";

const sure = { confidence: z.number(), reason: z.string() };

export const modelProposal = z.object({
  customFields: z.array(
    z.object({
      id: z.string(),
      action: z.enum(["attribute", "note", "skip"]),
      /** Name of the attribute; ignored unless action is `attribute`. */
      name: z.string(),
      type: z.enum(attributeTypes),
      ...sure,
    }),
  ),
  statuses: z.array(
    z.object({
      boardId: z.string(),
      statusId: z.string(),
      state: z.enum(["open", "snoozed", "closed"]),
      ...sure,
    }),
  ),
  boards: z.array(z.object({ boardId: z.string(), teamName: z.string(), ...sure })),
});
export type ModelProposal = z.infer<typeof modelProposal>;
