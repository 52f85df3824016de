// The ten people of the MSP "Bright Harbor IT": two gone, one whom Intercom doesn't know.
import { DAY, infoOf, isoSeconds } from "./info.ts";
import type { PlantSecret } from "./planted-secrets.ts";
import { randomFor } from "./random.ts";
import type { Member, Ref } from "./records.ts";

const MSP_DOMAIN = "brightharbor.example";

/** The active member who has no admin in Intercom: ownership falls back, the name stays in the text. */
export const MEMBER_WITHOUT_ADMIN = `tom.okafor@${MSP_DOMAIN}`;

const PEOPLE = [
  ["Priya", "Raman", "Service Manager"],
  ["Marcus", "Bell", "Senior Engineer"],
  ["Elena", "Vargas", "Support Technician"],
  ["Tom", "Okafor", "Support Technician"],
  ["Hannah", "Lindqvist", "Network Engineer"],
  ["Devon", "Price", "Support Technician"],
  ["Aiko", "Tanaka", "Project Engineer"],
  ["Samir", "Haddad", "Account Manager"],
  ["Gwen", "Porter", "Support Technician"],
  ["Luis", "Moreno", "Dispatcher"],
] as const;

const INACTIVE_FROM = 8;

export function makeMembers(seed: number, nowMs: number, plant: PlantSecret): Member[] {
  return PEOPLE.map(([firstName, lastName, title], index) => {
    const random = randomFor(seed, "member", index);
    const hired = nowMs - (900 + Math.floor(random() * 2000)) * DAY;
    const inactiveFlag = index >= INACTIVE_FROM;
    const email = `${firstName}.${lastName}@${MSP_DOMAIN}`.toLowerCase();
    return {
      id: 150 + index,
      identifier: `${firstName[0]}${lastName}`,
      firstName,
      lastName,
      title,
      licenseClass: "F",
      hireDate: isoSeconds(hired),
      officeEmail: email,
      primaryEmail: email,
      defaultEmail: "Office",
      defaultPhone: "Office",
      officePhone: `20655501${String(10 + index)}`,
      securityRole: { id: 63, name: index === 0 ? "Admin" : "Technician" },
      timeZone: { id: 1, name: "US Pacific" },
      workRole: { id: 1, name: "Engineer" },
      hourlyRate: 150,
      inactiveFlag,
      ...(inactiveFlag ? { inactiveDate: isoSeconds(nowMs - 200 * DAY) } : {}),
      ...(index === 1 ? { password: plant("member-password"), token: plant("member-token") } : {}),
      _info: infoOf(hired, nowMs - 30 * DAY),
    };
  });
}

export function memberRef(member: Member): Ref {
  return { id: member.id, identifier: member.identifier, name: `${member.firstName} ${member.lastName}` };
}

/** Admins of an Intercom workspace for a tenant's people: the active ones, but for one whom nobody invited. */
export const adminsOf = ({ members }: { readonly members: readonly Member[] }) =>
  members
    .filter((member) => !member.inactiveFlag && member.primaryEmail !== MEMBER_WITHOUT_ADMIN)
    .map((member, index) => ({
      id: String(9001 + index),
      name: `${member.firstName} ${member.lastName}`,
      email: member.primaryEmail,
    }));
