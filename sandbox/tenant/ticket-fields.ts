// The fields that service tickets and project tickets share, drawn for one story.
import { findCategory } from "./board-categories.ts";
import { contactRef, emailOf } from "./contacts.ts";
import { fillSlots } from "./corpus/template.ts";
import { customFieldsFor } from "./custom-fields.ts";
import { DAY, infoOf, isoSeconds } from "./info.ts";
import { memberRef } from "./members.ts";
import type { PlantSecret } from "./planted-secrets.ts";
import { chance, pick, type Random } from "./random.ts";
import { type Company, type Contact, type Member, refTo, type TicketBase } from "./records.ts";
import type { Story } from "./story.ts";
import type { World } from "./world.ts";

interface Cast {
  readonly company: Company;
  readonly contact: Contact;
  readonly owner: Member;
}

/** Who asks and who answers. Whoever has left the MSP owned tickets of their time. */
function drawCast(world: World, random: Random, createdMs: number): Cast {
  const contact = pick(random, world.contacts);
  const company = world.companies.find((c) => c.id === contact.company?.id) ?? pick(random, world.companies);
  const old = createdMs < world.nowMs - 200 * DAY;
  const owner = pick(
    random,
    world.members.filter((member) => old || !member.inactiveFlag),
  );
  return { company, contact, owner };
}

export function slotsFor(
  story: Story,
  cast: { contactName: string; companyName: string; siteName: string; techName: string },
) {
  const tech = cast.techName.split(" ")[0] ?? cast.techName;
  return {
    ...story.slots,
    first: cast.contactName.split(" ")[0] ?? "",
    company: cast.companyName,
    site: cast.siteName,
    tech,
    owner: tech,
    domain: `${cast.companyName.replace(/[^A-Za-z]/g, "").toLowerCase()}.example`,
  };
}

function drawStatus(world: World, boardId: number, random: Random, done: boolean) {
  const own = world.statuses.filter((status) => status.board.id === boardId);
  const fits = own.filter((status) => status.closedStatus === done && (done || status.name !== "Completed"));
  const looksDone = own.find((status) => status.name === "Completed" && !status.closedStatus);
  if (done && looksDone && chance(random, 0.06)) return looksDone;
  return pick(random, fits);
}

export function ticketFields(
  world: World,
  random: Random,
  story: Story,
  identity: { id: number; boardId: number; createdMs: number },
  plant?: PlantSecret,
): TicketBase {
  const { id, boardId, createdMs } = identity;
  const { company, contact, owner } = drawCast(world, random, createdMs);
  const who = contactRef(contact);
  const site =
    world.sites.find((s) => s.id === contact.site?.id) ??
    world.sites.find((s) => s.company.id === company.id);
  const board = world.boards.find((b) => b.id === boardId);
  if (!board) throw new RangeError(`no board ${boardId}`);
  const status = drawStatus(world, boardId, random, story.closedMs !== undefined);
  const closed = status.closedStatus && story.closedMs !== undefined;
  const names = {
    contactName: who.name,
    companyName: company.name,
    siteName: site?.name ?? "the office",
    techName: memberRef(owner).name,
  };
  const level = Math.min(
    4,
    Math.max(1, story.template.urgency + (chance(random, 0.15) ? 1 : 0) - (chance(random, 0.1) ? 1 : 0)),
  );
  const priority = world.priorities[level - 1];
  const type = findCategory(world.types, boardId, story.template.type);
  const subType = findCategory(world.subTypes, boardId, story.template.subType);
  const item = findCategory(world.items, boardId, story.template.item);
  const source = world.sources.find((s) => s.name === story.template.source);
  const agreement = world.agreements.find((a) => a.company.id === company.id);
  const email = emailOf(contact);
  const actualHours = story.work.reduce((sum, work) => sum + work.hours, 0);
  const enteredBy =
    story.template.source === "RMM"
      ? "Automate"
      : story.template.source === "Phone"
        ? owner.identifier
        : (email ?? "portal");
  return {
    id,
    summary: fillSlots(story.summary, slotsFor(story, names)).slice(0, 100),
    board: refTo(board),
    status: refTo(status),
    workRole: { id: 1, name: "Engineer" },
    workType: { id: 1, name: "Regular" },
    company: refTo(company),
    ...(site
      ? { site: refTo(site), siteName: site.name, addressLine1: site.addressLine1, city: site.city }
      : {}),
    stateIdentifier: "WA",
    contact: who,
    contactName: who.name,
    contactPhoneNumber: `253555${1000 + (contact.id % 9000)}`,
    ...(email ? { contactEmailAddress: email } : {}),
    ...(type ? { type } : {}),
    ...(subType ? { subType } : {}),
    ...(item ? { item } : {}),
    ...(chance(random, 0.9) ? { owner: memberRef(owner) } : {}),
    ...(priority ? { priority: { ...refTo(priority), sort: level, level: String(priority.level) } } : {}),
    ...(source ? { source: refTo(source) } : {}),
    ...(agreement ? { agreement: refTo(agreement), agreementType: "Managed Services" } : {}),
    serviceLocation: { id: 4, name: "Remote" },
    location: { id: 2, name: "Seattle" },
    department: { id: 10, identifier: "Services", name: "Professional Services" },
    allowAllClientsPortalView: false,
    customerUpdatedFlag: story.events.at(-1)?.by === "contact",
    automaticEmailContactFlag: true,
    automaticEmailResourceFlag: false,
    automaticEmailCcFlag: false,
    closedFlag: closed,
    ...(closed ? { closedDate: isoSeconds(story.closedMs ?? 0), closedBy: owner.identifier } : {}),
    actualHours,
    approved: true,
    billTime: "Billable",
    billExpenses: "NoCharge",
    billProducts: "Billable",
    customFields: customFieldsFor("ticket", random, createdMs, plant),
    _info: infoOf(createdMs, story.lastMs, enteredBy, owner.identifier),
  };
}
