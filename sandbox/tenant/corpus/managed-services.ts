// Managed services: what monitoring reports and what maintenance needs.
import { MANAGED_SERVICES } from "../boards.ts";
import type { TicketTemplate } from "./template.ts";

const base = { boardId: MANAGED_SERVICES, source: "RMM", urgency: 3 } as const;

export const MANAGED_SERVICES_TEMPLATES: readonly TicketTemplate[] = [
  {
    ...base,
    key: "backup",
    type: "Backup",
    subType: "Failed job",
    weight: 8,
    urgency: 2,
    summaries: [
      "Backup failed: {server}",
      "[RMM] {server}: backup job incomplete",
      "No restore point for {server} in 48 hours",
    ],
    openings: [
      'Alert: Backup job "{server} daily" finished with status Failed.\nStart: {time}\nError: Failed to create snapshot: VSS_E_WRITERERROR_TIMEDOUT\nProcessed 3 of 4 disks, 412.6 GB\nAgent 12.1.2',
      "[AUTOMATED] {server} at {company} / {site}\r\nMonitor: Backup age\r\nValue: 51 h (threshold 26 h)\r\nRepository: NAS01, 3% free",
    ],
    exchanges: [
      {
        by: "internal",
        text: "SQL VSS writer in failed state since the cumulative update. Restarted the service, writer stable.",
      },
      {
        by: "internal",
        text: "Repository full: old chains of a removed server were never pruned. Freed 1.4 TB.",
      },
      {
        by: "tech",
        text: "Dear {first}, last night's backup of {server} failed; a manual run has just completed. No data is at risk, we keep an eye on tonight's run.",
      },
    ],
    resolutions: [
      "Restarted VSS writers, re-ran job: success in 1 h 12 min. Next scheduled run green as well.",
      "Pruned orphaned chains, extended repository. Backup age back to 4 h; test restore of one file OK.",
    ],
    work: ["Checked VSS writers, re-ran job on {server}.", "Repository cleanup and test restore."],
  },
  {
    ...base,
    key: "disk",
    type: "Server",
    subType: "Disk space",
    weight: 5,
    summaries: [
      "[RMM] {server}: C: 4% free",
      "Disk space critical on {server}",
      "{server} drive E: below threshold",
    ],
    openings: [
      "Monitor: Disk space\r\nHost: {server}\r\nDrive C: 4.1% free of 120 GB\r\nTriggered: {time}\r\n\r\nTop folders: C:\\Windows\\WinSxS 31 GB; C:\\inetpub\\logs 22 GB",
    ],
    exchanges: [
      {
        by: "internal",
        text: "IIS logs since 2021. Compressed and moved to the archive share, script added to rotate monthly.",
      },
      {
        by: "tech",
        text: "Hi {first}, {server} was running out of space because of old log files. We've archived them; no downtime was needed.",
      },
    ],
    resolutions: [
      "Freed 24 GB, log rotation in place. Drive at 26% free.",
      "Extended the virtual disk by 60 GB after approval.",
    ],
    work: ["Log cleanup and rotation on {server}."],
  },
  {
    ...base,
    key: "offline",
    type: "Network",
    subType: "Site down",
    weight: 4,
    urgency: 1,
    summaries: [
      "{site} offline - {company}",
      "[RMM] Firewall at {site} not responding",
      "Internet down at {site}",
    ],
    openings: [
      "Monitor: Ping\nDevice: FW-{site}\nState: DOWN since {time}\nAffected: 14 agents at {site}\nLast known public address {ip}",
      "Nobody at {site} has internet, card payments are down as well. Please hurry.\r\n\r\n{first}",
    ],
    exchanges: [
      {
        by: "tech",
        text: "We see the outage, {first}. {vendor} confirms a fibre cut in your street (case {case}). We've switched {site} to the LTE backup; payments should work.",
      },
      { by: "contact", text: "Confirmed, terminals are back. When will the line be repaired?" },
      { by: "tech", text: "{vendor} says before {time}. We stay on it and will tell you." },
      {
        by: "internal",
        text: "Failover took 6 minutes because the probe interval is 120 s. Lower to 20 s for all sites with LTE.",
      },
    ],
    resolutions: [
      "Fibre restored by {vendor}, failed back at {time}. Probe interval lowered.",
      "Firewall PSU replaced, config restored from backup.",
    ],
    work: [
      "Coordinated with {vendor}, case {case}; failover and failback.",
      "On site at {site}: replaced power supply.",
    ],
  },
  {
    ...base,
    key: "patching",
    type: "Maintenance",
    subType: "Patching",
    weight: 5,
    urgency: 4,
    summaries: [
      "Monthly patching {company}",
      "{server} missing 3 critical updates",
      "Patch window for {server}",
    ],
    openings: [
      "Scheduled task: monthly patch run for {company}. Window Saturday 22:00 to 02:00. Servers: {server} and 3 more. Inform the client by Thursday.",
    ],
    exchanges: [
      {
        by: "tech",
        text: "Dear {first},\r\n\r\nwe'll install updates on your servers on Saturday between 22:00 and 02:00. {app} will be unavailable for about 20 minutes.\r\n\r\nKind regards,\r\n{tech}",
      },
      { by: "contact", text: "Fine with us, but please not before 22:30, we have a stocktake." },
    ],
    resolutions: [
      "All servers patched and rebooted, services verified. One retry on {server} (KB50{case}).",
      "Patched; {app} verified by {manager} on Sunday.",
    ],
    work: ["Patch window, reboot and service checks."],
  },
  {
    ...base,
    key: "certificate",
    type: "Server",
    subType: "Certificate",
    weight: 3,
    urgency: 2,
    summaries: [
      "SSL certificate of {server} expires in 14 days",
      "Certificate warning on the webmail of {company}",
    ],
    openings: [
      "Monitor: Certificate expiry\r\nHost: {server}\r\nSubject: *.{domain}\r\nDays left: 14",
      "All of us see a security warning when opening webmail since this morning. Is it safe to go on?\n\n{first}",
    ],
    exchanges: [
      {
        by: "internal",
        text: "Renewed at {vendor}, order {case}. Intermediate was missing on the reverse proxy.",
      },
    ],
    resolutions: [
      "Certificate renewed and installed on {server} and the reverse proxy, valid for a year. Reminder set.",
    ],
    work: ["Renewed and installed certificate."],
  },
  {
    ...base,
    key: "ups",
    type: "Hardware",
    subType: "UPS",
    weight: 2,
    urgency: 4,
    summaries: ["UPS battery at {site} needs replacement", "[RMM] UPS self-test failed at {site}"],
    openings: [
      "Monitor: UPS self test\nDevice: UPS-{site}\nResult: FAILED, battery 41 months old, runtime estimate 3 min",
    ],
    exchanges: [
      {
        by: "tech",
        text: "Hi {first}, the battery of your UPS at {site} is worn out. A new one costs about 240 USD; may we order it?",
      },
      { by: "contact", text: "Yes please, order it.\r\n{first}" },
    ],
    resolutions: ["Battery replaced at {site}, self-test passed, runtime 22 min."],
    work: ["Replaced battery on site, calibration run."],
  },
];
