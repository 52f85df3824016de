// Asks a workspace how it keeps things: one conversation with all that a ticket may hold, written, read back, compared.
import type { BlobStore } from "../../blobs/port.ts";
import type { DesiredAttachment } from "../../model/desired.ts";
import type { ObservedConversation } from "../../model/observed.ts";
import type { Outbound, WorkspaceProfile } from "../../model/profile.ts";
import { toIntercomHtml } from "../../values/text.ts";
import { type CanaryTools, contactRef, conversationRef, readBack, writeStep } from "./canary-writes.ts";
import { DOCUMENT, type MirrorFile, markOf, mirrorText, PICTURE } from "./mirror-text.ts";
import { assignmentPart, fateOfFile, fateOfText, findMarked, findOutbound } from "./read-mirror.ts";
import { readNew, vanished } from "./read-new.ts";

export interface MirrorOptions {
  readonly workspaceId: string;
  /** Who writes as an admin, and is assigned. */
  readonly adminId: string;
  /** Absent: the workspace has no team. */
  readonly teamId?: string;
  /** Absent: no files are moved. */
  readonly files?: BlobStore;
}

const THREE_YEARS = 3 * 365 * 86_400;
const HOUR = 3600;
const SEARCH_AGAIN_MS = [0, 500, 1000, 2000];

/** Throws AbortError `canary_vanished`, and what writing and reading throw; what it made is the caller's to remove. */
export async function askMirror(
  tools: CanaryTools,
  nonce: string,
  options: MirrorOptions,
): Promise<WorkspaceProfile> {
  const { clock, destination } = tools;
  const { adminId, teamId } = options;
  const askedAt = clock.now();
  const contactId = await createCanaryContact(tools, nonce);
  const ref = conversationRef(nonce, 1);
  const start = Math.floor(askedAt.getTime() / 1000) - THREE_YEARS;
  const opening = mirrorText(nonce, "opening");
  const { destinationId: conversationId } = await writeStep(tools, ref, "create", {
    ...{ kind: "create-conversation", contactId, role: "user", body: opening, createdAt: start },
  });
  const createdAt = clock.now().getTime();
  const fresh = await readNew(tools, conversationId);
  const readLagMs = clock.now().getTime() - createdAt;

  let outbound: Outbound | undefined;
  const look = async (): Promise<ObservedConversation> => {
    const found = await readBack(tools, () => destination.fetchConversation(conversationId));
    if (!found) throw vanished(conversationId);
    const what = findOutbound(found);
    if (what) outbound ??= { what, afterMs: clock.now().getTime() - createdAt };
    return found;
  };
  const at = (hours: number) => start + hours * HOUR;
  const say = async (
    step: string,
    hours: number,
    as: "contact" | "admin" | "note" | "html",
    file?: MirrorFile,
  ) => {
    const text = mirrorText(nonce, step);
    const byContact = as === "contact" || as === "html";
    const attachments = file && options.files ? [await keepFile(options.files, file)] : undefined;
    await writeStep(tools, ref, `part:${step}`, {
      ...{ kind: "add-part", conversationId, createdAt: at(hours) },
      author: byContact ? { kind: "contact", id: contactId } : { kind: "admin", id: adminId },
      messageType: as === "note" ? "note" : "comment",
      body: as === "contact" ? text : toIntercomHtml(text),
      ...(attachments ? { attachments } : {}),
    });
    return text;
  };
  const act = { conversationId, actingAdminId: adminId };
  const close = (step: string) =>
    writeStep(tools, ref, step, { kind: "set-state", ...act, state: "closed" as const });

  await say("contact", 1, "contact", PICTURE);
  await say("html", 2, "html");
  await say("admin", 3, "admin", DOCUMENT);
  await say("note", 4, "note");
  const replied = await look();
  await writeStep(tools, ref, "attributes", {
    ...{ kind: "update-conversation", conversationId, title: markOf(nonce, "title"), attributes: {} },
  });
  if (teamId) await writeStep(tools, ref, "team", { kind: "assign-team", ...act, assigneeId: teamId });
  await writeStep(tools, ref, "admin", { kind: "assign-admin", ...act, assigneeId: adminId });
  await close("state");
  await say("late", 5, "contact");
  const reopened = await look();
  await close("state:2");
  await writeStep(tools, ref, "admin:2", { kind: "assign-admin", ...act, assigneeId: adminId });
  const last = await look();

  const partOf = (step: string) => findMarked(last, markOf(nonce, step));
  const fate = (step: string) => fateOfText(mirrorText(nonce, step), partOf(step)?.body);
  const searchLagMs = await measureSearch(tools, contactId, conversationId, createdAt);
  const { adminId: byDefault, teamId: byDefaultTeam, companyId } = fresh;
  const assigned = replied.adminId ?? replied.teamId;
  return {
    ...{ workspaceId: options.workspaceId, askedAt: askedAt.toISOString(), runId: tools.runId },
    times: {
      opening: last.createdAt === start,
      contact: partOf("contact")?.createdAt === at(1) && partOf("late")?.createdAt === at(5),
      admin: partOf("admin")?.createdAt === at(3),
      note: partOf("note")?.createdAt === at(4),
    },
    texts: {
      opening: fateOfText(opening, last.body),
      ...{ contact: fate("contact"), admin: fate("admin"), note: fate("note") },
    },
    asHtml: fate("html"),
    ...(options.files
      ? {
          files: {
            picture: fateOfFile(PICTURE.name, partOf("contact")),
            document: fateOfFile(DOCUMENT.name, partOf("admin")),
          },
        }
      : {}),
    partTypes: {
      replyOnClosed: findMarked(reopened, markOf(nonce, "late"))?.partType ?? "",
      assignmentOnClosed: assignmentPart(last),
    },
    reopens: { reply: reopened.state === "open", assignment: last.state === "open" },
    defaults: {
      ...(byDefault === undefined ? {} : { adminId: byDefault }),
      ...(byDefaultTeam === undefined ? {} : { teamId: byDefaultTeam }),
      ...(companyId === undefined ? {} : { companyId }),
    },
    ...(assigned === undefined || byDefault || byDefaultTeam ? {} : { assignedOnReply: assigned }),
    lostAttributes: [],
    readLagMs,
    ...(searchLagMs === undefined ? {} : { searchLagMs }),
    ...(outbound === undefined ? {} : { outbound }),
    metricsRemain: false,
  };
}

/** On an address that can't exist (RFC 2606), so that whatever goes out reaches nobody. */
export async function createCanaryContact(tools: CanaryTools, nonce: string): Promise<string> {
  const { destinationId } = await writeStep(tools, contactRef(nonce), "create", {
    ...{ kind: "create-contact", externalId: `cutover:canary:${nonce}`, role: "user", attributes: {} },
    email: `cutover-canary-${nonce}@example.invalid`,
    name: "Cutover canary (a test, deleted in a moment)",
  });
  return destinationId;
}

async function measureSearch(
  tools: CanaryTools,
  contactId: string,
  conversationId: string,
  createdAt: number,
): Promise<number | undefined> {
  for (const wait of SEARCH_AGAIN_MS) {
    if (wait > 0) await tools.clock.sleep(wait, tools.signal);
    const found = await readBack(tools, () => tools.destination.fetchConversationIds(contactId, 10));
    if (found.includes(conversationId)) return tools.clock.now().getTime() - createdAt;
  }
  return undefined;
}

async function keepFile(
  files: BlobStore,
  { name, contentType, bytes }: MirrorFile,
): Promise<DesiredAttachment> {
  const content = async function* () {
    yield bytes;
  };
  const { digest, size } = await files.put(content(), bytes.length);
  return { name, contentType, size, digest };
}
