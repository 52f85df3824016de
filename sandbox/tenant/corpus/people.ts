// Joiners, leavers, and attacks on people: onboarding, offboarding, phishing, lost phones.
import { HELP_DESK } from "../boards.ts";
import type { TicketTemplate } from "./template.ts";

const base = { boardId: HELP_DESK, source: "Email Connector", urgency: 3 } as const;

export const PEOPLE_TEMPLATES: readonly TicketTemplate[] = [
  {
    ...base,
    key: "onboarding",
    type: "Account",
    subType: "New user",
    item: "Onboarding",
    weight: 5,
    source: "Portal",
    summaries: ["New user: {user} starts Monday", "Onboarding {user}, {dept}", "New hire setup - {user}"],
    openings: [
      "Hello team,\r\n\r\n{user} starts in {dept} on Monday. Please set up:\r\n- Microsoft 365 account (same rights as {manager})\r\n- laptop and two monitors\r\n- desk phone at {site}\r\n- access to {app}\r\n\r\nThank you,\r\n{first}",
    ],
    exchanges: [
      {
        by: "tech",
        text: "Thanks {first}. Account and licence are ready. The laptop arrives on Friday; shall we send it to {site} or keep it here for the first day?",
      },
      { by: "contact", text: "To {site} please. {manager} will receive it." },
      {
        by: "internal",
        text: "Licence count was at the limit, added one seat to the agreement. Tell billing.",
      },
    ],
    resolutions: [
      "User {user} created, licence assigned, laptop {host} enrolled and delivered to {site}. First sign-in done together by phone.",
    ],
    work: ["Created account, groups, mailbox; enrolled {host}.", "Imaging and delivery of {host} to {site}."],
  },
  {
    ...base,
    key: "offboarding",
    type: "Account",
    subType: "User leaving",
    item: "Offboarding",
    weight: 3,
    urgency: 2,
    summaries: ["Offboarding {user}", "{user} leaves today - disable access", "Termination: {user}"],
    openings: [
      "{user} leaves the company today at {time}. Please block all access then, forward the mailbox to {manager} and collect the laptop ({host}). Please keep it confidential until {time}.",
    ],
    exchanges: [
      {
        by: "internal",
        text: "Access blocked at {time}, sessions revoked, MFA devices removed. Mailbox converted to shared.",
      },
      {
        by: "tech",
        text: "Done: access is blocked, mail goes to {manager}. We keep the mailbox for 90 days.",
      },
    ],
    resolutions: ["Account disabled, sessions revoked, mailbox shared with {manager}, laptop {host} wiped."],
    work: ["Offboarding checklist completed.", "Wiped {host}, updated inventory."],
  },
  {
    ...base,
    key: "phishing",
    type: "Security",
    subType: "Phishing",
    weight: 5,
    urgency: 1,
    summaries: [
      'Suspicious e-mail: "Invoice {case} overdue"',
      "I clicked a phishing link",
      "Phishing reported by {first}",
    ],
    openings: [
      "I got this e-mail that looks like it's from {vendor} and I clicked the link and entered my password before I noticed. What should I do??\r\n\r\nhttps://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Flogin-{case}.example%2Foffice&data=05%7C01%7C&reserved=0\r\n\r\n{first}",
      "Is this mail real? It says our mailbox is full and I have to confirm. I didn't click anything.\r\n\r\nFrom: IT Support <support@mailbox-{case}.example>\r\nSubject: [Action required] Mailbox full",
    ],
    exchanges: [
      {
        by: "internal",
        text: 'Sign-in from {ip} (abroad) four minutes after the click. Sessions revoked, password reset, inbox rule ".." found and removed. No mail sent by the attacker.',
      },
      {
        by: "tech",
        text: "Hi {first}, thank you for telling us at once. We have reset your password and signed you out everywhere. Please call us for the new one, and don't open that mail again.",
      },
      { by: "contact", text: "Got the new password, all good. Will I get into trouble for this?" },
      { by: "tech", text: "Not at all. Reporting it within minutes was exactly right." },
    ],
    resolutions: [
      "Credentials reset, sessions revoked, malicious inbox rule removed, sender blocked for all tenants. Log review shows no further access.",
      "Mail confirmed as phishing, purged from 6 mailboxes, URL blocked.",
    ],
    work: ["Incident response: reset, log review, purge.", "Message trace, purge, block list."],
  },
  {
    ...base,
    key: "mfa",
    type: "Security",
    subType: "MFA",
    weight: 4,
    urgency: 2,
    source: "Phone",
    summaries: ["New phone, MFA codes gone", "Authenticator doesn't show a prompt", "Lost phone - {first}"],
    openings: [
      "{first} has a new phone and no longer gets the sign-in prompt. Waiting at the desk, can't work.",
      "I lost my phone on the train yesterday evening. Company mail is on it. Please lock it.",
    ],
    exchanges: [
      {
        by: "tech",
        text: "I've reset your sign-in methods. At the next sign-in you'll be asked to set up the app again; have the new phone with you.",
      },
      { by: "internal", text: "Remote wipe sent at {time}, confirmed by the device 12 min later." },
    ],
    resolutions: [
      "MFA methods reset after identity check; user enrolled the new phone.",
      "Device wiped remotely, sessions revoked.",
    ],
    work: ["Identity check, MFA re-registration.", "Remote wipe and session revocation."],
  },
];
