// Help desk tickets about programs and accounts: mail, meetings, passwords, shares.
import { HELP_DESK } from "../boards.ts";
import type { TicketTemplate } from "./template.ts";

const base = { boardId: HELP_DESK, source: "Email Connector", urgency: 3 } as const;

export const SOFTWARE_TEMPLATES: readonly TicketTemplate[] = [
  {
    ...base,
    key: "outlook",
    type: "Software",
    subType: "Microsoft 365",
    item: "Outlook",
    weight: 9,
    summaries: [
      "Outlook keeps asking for password",
      "Outlook search finds nothing",
      "Shared mailbox missing in Outlook",
    ],
    openings: [
      "Outlook asks for my password every couple of minutes and won't take it. Webmail works with the same password.\r\n\r\n{first}",
      "Good morning,\r\n\r\nsince the update on {host} the search in Outlook returns no results for anything older than a week. I need to find the mails about the {vendor} contract.\r\n\r\nBest,\r\n{first}",
    ],
    exchanges: [
      {
        by: "tech",
        text: "Hi {first},\r\n\r\nplease close Outlook completely and let me connect to {host}. Is 2 pm good for you?\r\n\r\n{tech}",
      },
      { by: "contact", text: "2 pm is fine." },
      {
        by: "internal",
        text: "Stale ADAL token, credential manager had three entries. Also OST at 48 GB, propose online archive.",
      },
    ],
    resolutions: [
      "Cleared cached credentials and re-created the Outlook profile. Password prompt gone.",
      "Rebuilt the search index, excluded the old PST. Search returns 2019 mails again.",
    ],
    work: [
      "Remote session: new Outlook profile, cleared Credential Manager.",
      "Index rebuild, checked after lunch.",
    ],
  },
  {
    ...base,
    key: "password",
    type: "Account",
    subType: "Password reset",
    weight: 7,
    urgency: 2,
    source: "Phone",
    summaries: ["Locked out of Windows", "Password reset for {first}", "Account locked after vacation"],
    openings: [
      "{first} is locked out of {host} after three wrong tries. Identity verified by call-back to the number on file.",
      "Back from vacation and my password has expired. I can't log on to anything. Please call me at the front desk.",
    ],
    exchanges: [
      {
        by: "internal",
        text: "Lockouts come from an old phone with the saved password. Told the user to update it.",
      },
      {
        by: "tech",
        text: "Your account is unlocked, {first}. Please change the saved password on your phone too, it is what locks you out.",
      },
    ],
    resolutions: [
      "Account unlocked, password reset with forced change at next sign-in. Identity verified by call-back.",
      "Unlocked; removed the saved credentials from the phone.",
    ],
    work: ["Verified identity, unlocked account.", "Reset and walked the user through MFA."],
  },
  {
    ...base,
    key: "share",
    type: "Account",
    subType: "Access request",
    weight: 5,
    source: "Portal",
    summaries: [
      "Access to the {dept} share",
      "No permission on S:\\{dept}",
      "Please add {user} to the {dept} folder",
    ],
    openings: [
      "Please give {user} read and write access to the {dept} folder. {manager} has approved.",
      'I get "Access denied" on S:\\{dept}\\Reports since Monday. I worked in there last week.',
    ],
    exchanges: [
      {
        by: "tech",
        text: "Hi {first}, we need the approval of {manager} for this folder. I've sent the request.",
      },
      { by: "contact", text: "{manager} says yes, see below.\r\n\r\n> Approved. {manager}" },
    ],
    resolutions: [
      "Added {user} to the security group SG-{dept}-RW after approval. Sign out and in again to see it.",
    ],
    work: ["Group membership changed, documented approval."],
  },
  {
    ...base,
    key: "teams",
    type: "Software",
    subType: "Microsoft 365",
    item: "Teams",
    weight: 4,
    urgency: 4,
    summaries: ["No sound in Teams meetings", "Teams camera black", "Guest can't join our Teams channel"],
    openings: [
      "In Teams meetings nobody hears me. The headset works with music and with my phone. 😕\n\n{first}",
      'Our partner at {vendor} can\'t join the project channel, they get "You need permission".',
    ],
    exchanges: [
      {
        by: "tech",
        text: "Please check Settings > Devices in Teams: is the headset chosen as microphone? If yes I'll connect at {time}.",
      },
      { by: "contact", text: "It was set to the webcam. Now it works, sorry for the trouble 🙈" },
    ],
    resolutions: [
      "Microphone was set to the webcam. User education.",
      "Guest access enabled for the team, invitation sent again.",
    ],
    work: ["Quick call, device settings.", "Reviewed external sharing policy, invited guest."],
  },
];
