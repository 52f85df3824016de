// Help desk tickets about things: printers, slow machines, phones, the line home.
import { HELP_DESK } from "../boards.ts";
import type { TicketTemplate } from "./template.ts";

const base = { boardId: HELP_DESK, source: "Email Connector", urgency: 3 } as const;

export const DEVICE_TEMPLATES: readonly TicketTemplate[] = [
  {
    ...base,
    key: "printer",
    type: "Hardware",
    subType: "Printer",
    item: "Repair",
    weight: 8,
    summaries: [
      "Printer {printer} not printing",
      "{printer} shows offline",
      "Cannot print to {printer} from {app}",
    ],
    openings: [
      "Hi,\r\n\r\nthe {printer} next to reception stopped printing this morning. The jobs sit in the queue and nothing comes out. Other people on the floor see the same.\r\n\r\nThanks,\r\n{first}",
      "Printer {printer} says offline on my PC ({host}). I turned it off and on twice. We need it for the {time} mailing, can somebody have a look?\r\n\r\n{first}\r\n{company}",
    ],
    exchanges: [
      {
        by: "tech",
        text: "Hi {first},\r\n\r\nI've restarted the spooler on the print server and cleared two stuck jobs. Could you try a test page please?\r\n\r\n{tech}",
      },
      { by: "contact", text: "Test page came out, but {app} still says the printer is offline." },
      {
        by: "internal",
        text: "{printer} got a new DHCP lease, port on the print server still points to the old address. Reserve {ip} for it.",
      },
      {
        by: "tech",
        text: "The printer had changed its address overnight. I've given it a fixed one and updated the port. Please try from {app} again.",
      },
    ],
    resolutions: [
      "Printer had a new IP after the switch reboot. DHCP reservation {ip} created, port updated on the print server. Test page OK from {host}.",
      "Replaced the stuck driver with the vendor's universal driver and cleared the queue. User confirmed.",
    ],
    work: [
      "Remote session on {host}, cleared queue, restarted spooler, updated port.",
      "Checked DHCP leases, made reservation for {printer}.",
    ],
  },
  {
    ...base,
    key: "slow-pc",
    type: "Hardware",
    subType: "Workstation",
    item: "Performance",
    weight: 6,
    source: "Portal",
    summaries: ["{host} extremely slow", "PC takes 10 minutes to start", "{app} freezes on {host}"],
    openings: [
      "My computer {host} has become so slow that I make coffee while {app} opens. It got worse after the last updates.",
      "{app} freezes several times an hour and then the whole PC hangs. It's a five year old machine, maybe it's just its time?\n\n{first}",
    ],
    exchanges: [
      {
        by: "tech",
        text: "Thanks {first}. Disk health on {host} looks poor; I'd like to swap it for an SSD. Can we have the machine tomorrow from 12 to 2?",
      },
      { by: "contact", text: "Tomorrow works, I'm in meetings then anyway." },
      { by: "internal", text: "SMART: 214 reallocated sectors. Warranty ended; SSD from stock, bill parts." },
    ],
    resolutions: [
      "Cloned to a new SSD, boot time from 9 minutes to 25 seconds. Old disk kept for 30 days.",
      "Removed two antivirus leftovers and a browser toolbar; memory upgraded to 16 GB.",
    ],
    work: ["On site: cloned disk, replaced with SSD.", "Diagnostics, SMART check, ordered part."],
  },
  {
    ...base,
    key: "phone",
    type: "Telephony",
    subType: "VoIP phone",
    weight: 4,
    urgency: 2,
    source: "Phone",
    summaries: [
      "Desk phone shows 'No service'",
      "Calls drop after 30 seconds",
      "Voicemail to e-mail stopped",
    ],
    openings: [
      'The phones at {site} show "No service" since about {time}. We can\'t take calls, customers get a busy tone!',
      "Calls with outside parties drop after 30 seconds, internal ones are fine.\r\n\r\n{first}",
    ],
    exchanges: [
      {
        by: "internal",
        text: "PoE budget on the switch exceeded after the cameras were added. SIP ALG re-enabled by firmware update as well.",
      },
      {
        by: "tech",
        text: "We see the cause: the network switch at {site} ran out of power for the phones. A technician is on the way.",
      },
    ],
    resolutions: [
      "Disabled SIP ALG, moved cameras to their own PoE switch. Phones registered, test calls OK.",
      "Provider {vendor} had an outage (case {case}); calls confirmed working.",
    ],
    work: [
      "On site at {site}, re-cabled switch, verified registration.",
      "Call with {vendor} support, case {case}.",
    ],
  },
  {
    ...base,
    key: "vpn",
    type: "Network",
    subType: "VPN",
    weight: 7,
    urgency: 2,
    source: "Phone",
    summaries: [
      "VPN disconnects every few minutes",
      "VPN: cannot connect from home",
      "{first} can't reach the file server over VPN",
    ],
    openings: [
      "{first} called: VPN drops every 10 minutes since yesterday, works from home on {host}. Internet itself is fine, Teams calls go through.",
      'Hello,\n\nI can\'t get on the VPN from home. It asks for the code, I enter it and then: "Error 809: the network connection between your computer and the VPN server could not be established".\n\n{first}',
    ],
    exchanges: [
      {
        by: "tech",
        text: "Hi {first}, which router do you have at home, and did anything change there recently?",
      },
      {
        by: "contact",
        text: "The provider swapped the router last week. It's a white box, I think from {vendor}.",
      },
      {
        by: "internal",
        text: "Carrier-grade NAT on the new line; IPsec passthrough off. Move the user to the SSL profile.",
      },
      {
        by: "tech",
        text: 'I\'ve moved you to the other VPN profile ("{company} SSL"). Please sign out, sign in again and pick that one.',
      },
      { by: "contact", text: "Two hours without a drop, looks good. Thank you!" },
    ],
    resolutions: [
      "Home router blocks IPsec. Moved user to the SSL VPN profile; stable for two hours.",
      "Updated VPN client to current version and re-issued the certificate.",
    ],
    work: [
      "Phone + remote session, changed VPN profile on {host}.",
      "Reviewed firewall logs, found NAT-T drops from the user's public address.",
    ],
  },
];
