// How a workspace behaves besides doing what it is asked: published habits are on, reported and suspected ones off.
import { z } from "zod";

const AUTHORS = ["opening", "contact", "admin", "note"] as const;

/** Marks of the sources: [E] an example of the description, [SDK] Intercom's own tests, [D] its documentation, [R] reports, [?] nothing. */
export const habitsSchema = z.strictObject({
  /** [E] A contact's reply on a conversation that is not open comes back as a part `open` that has the words. */
  repliesReopenAsOpenParts: z.boolean(),
  /** [E] Assigning a closed conversation opens it; the part is `assign_and_reopen`. */
  assigningReopens: z.boolean(),
  /** [E] Each custom attribute that changes leaves a part of a bot. */
  attributeParts: z.boolean(),
  /** [R] `/admins` lists the bot first; what it writes is a bot's. */
  operator: z.boolean(),
  /** [SDK] A new conversation can't be read: so many reads answer 404, within so many milliseconds of its creation. */
  unreadable: z.strictObject({ reads: z.int().min(0), forMs: z.number().min(0) }),
  /** [E] shows a list, the words say one company. */
  companyLookup: z.enum(["one", "list"]),
  /** [R] How a contact is refused whose e-mail two users have already. */
  sharedEmailStatus: z.union([z.literal(400), z.literal(409)]),
  /** [?] Where an image of a message comes back. */
  images: z.enum(["attachments", "body"]),
  /** [?] */
  fileNames: z.enum(["kept", "altered"]),
  /** [?] Letters beyond ASCII come back as entities with names. */
  namedEntities: z.boolean(),
  /** [?] What looks like a tag in a contact's plain text is lost. */
  stripsTagsFromText: z.boolean(),
  /** [?] A contact's text is taken as HTML: tags that nobody knows are lost, entities are read. */
  takesTextAsHtml: z.boolean(),
  /** [?] A bot answers each new conversation after so long: late automations. */
  botAnswersAfterMs: z.number().min(0).nullable(),
  /** [?] What the token may not delete. */
  refusesToDelete: z.array(z.enum(["contacts", "conversations"])),
  /** [?] Whose `created_at` is ignored: the messages of these are dated now. */
  ignoresTimesOf: z.array(z.enum(AUTHORS)),
  /** [?] Who gets a new conversation that nobody was asked to get. */
  defaultAssigneeId: z.string().nullable(),
  /** [?] A teammate who answers in an unassigned conversation gets it. */
  assignsOnReply: z.boolean(),
  /** [?] A new conversation has its contact's company. */
  defaultCompany: z.boolean(),
  /** [S] 1,000. */
  companiesPerContact: z.int().positive(),
  /** [?] Whether names of contacts' and companies' attributes may have underscores. */
  underscoresInNames: z.boolean(),
  /** [R] Phone numbers, e-mails, websites and names that are refused with 400. */
  refusedValues: z.array(z.string()),
  /** [?] Which field such a refusal names: in `field`, in its words alone, or nowhere. */
  refusalNames: z.enum(["field", "words", "nothing"]),
});
export type Habits = z.infer<typeof habitsSchema>;

export const PUBLISHED: Habits = {
  repliesReopenAsOpenParts: true,
  assigningReopens: true,
  attributeParts: true,
  operator: true,
  unreadable: { reads: 1, forMs: 5000 },
  companyLookup: "list",
  sharedEmailStatus: 409,
  images: "attachments",
  fileNames: "kept",
  namedEntities: false,
  stripsTagsFromText: false,
  takesTextAsHtml: false,
  botAnswersAfterMs: null,
  refusesToDelete: [],
  ignoresTimesOf: [],
  defaultAssigneeId: null,
  assignsOnReply: false,
  defaultCompany: false,
  companiesPerContact: 1000,
  underscoresInNames: true,
  refusedValues: [],
  refusalNames: "field",
};

/**
 * Habits that a migration has to bear, drawn by `random` (0 to 1). Those that make its proof impossible are never
 * among them: whoever wants a workspace that loses times or words says so.
 */
export function drawHabits(random: () => number, adminIds: readonly string[]): Habits {
  const either = () => random() < 0.5;
  const assignee = adminIds[Math.floor(random() * adminIds.length)];
  return {
    ...PUBLISHED,
    repliesReopenAsOpenParts: either(),
    assigningReopens: either(),
    attributeParts: either(),
    operator: either(),
    unreadable: { reads: Math.floor(random() * 4), forMs: 5000 },
    companyLookup: either() ? "one" : "list",
    sharedEmailStatus: either() ? 400 : 409,
    images: either() ? "attachments" : "body",
    fileNames: either() ? "kept" : "altered",
    namedEntities: either(),
    defaultAssigneeId: either() ? (assignee ?? null) : null,
    assignsOnReply: either(),
    defaultCompany: either(),
    refusalNames: (["field", "words", "nothing"] as const)[Math.floor(random() * 3)] ?? "field",
  };
}
