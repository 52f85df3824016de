// Golden tenants in which everything comes together.
import type { GoldenTenant } from "./golden-tenant.ts";

const merger: GoldenTenant = {
  name: "two firms merged",
  teams: ["Service Desk North", "Service Desk South", "After Hours", "Cloud Team", "Finance"],
  admins: [
    ["Lena Vogt", "lena@one.example"],
    ["Hans-Peter Krüger", "hp.krueger@one.example"],
    ["Siobhán O'Neill", "siobhan@one.example"],
    ["David Lee", "david.lee@one.example"],
  ],
  boards: [
    {
      name: "North - Service Desk",
      right: "Service Desk North",
      statuses: [
        ["Unassigned", "", "open"],
        ["Working Issue Now", "", "open"],
        ["Client Non-Responsive", "", "snoozed"],
        ["With Microsoft", "", "snoozed"],
        ["Verify with client", "", "open", "snoozed"],
        ["Recurring", "", "open"],
        ["Finished", "", "closed"],
        ["No Action Required", "closed", "closed"],
        ["Merged", "closed", "closed"],
      ],
    },
    {
      name: "South SD",
      right: "Service Desk South",
      statuses: [
        ["01 - Eingang", "", "open"],
        ["02 - In Arbeit", "", "open"],
        ["03 - Wartet auf Freigabe", "", "snoozed"],
        ["04 - Wiedervorlage", "", "snoozed"],
        ["05 - Fertig", "", "closed"],
        ["06 - Abgerechnet", "closed", "closed"],
      ],
    },
    { name: "Afterhours", right: "After Hours", statuses: [["Paged", "", "open"]] },
    { name: "Azure", right: "Cloud Team", statuses: [["New request", "", "open"]] },
    { name: "Archive 2016", right: "Archive 2016", statuses: [["Done", "closed", "closed"]] },
  ],
  members: [
    ["Krueger, Hans Peter", "", "Hans-Peter Krüger"],
    ["Siobhan ONeill", "", "Siobhán O'Neill"],
    ["Dave Lee", "", "David Lee"],
    ["Davina Lee", "", null],
    ["Lena Vogt (extern)", "", "Lena Vogt"],
    ["Vogt", "", "Lena Vogt"],
  ],
  fields: [
    {
      ...{ object: "ticket", caption: "Approved by", type: "Text", right: ["string"] },
      samples: ["Ms Kohl", "Board"],
    },
    {
      ...{ object: "ticket", caption: "SLA paused", type: "Text", right: ["boolean"] },
      samples: ["on", "off", "on"],
    },
    {
      ...{ object: "ticket", caption: "Chargeable", type: "Text", right: ["list", "string"] },
      options: ["Yes", "No", "Contract"],
    },
    {
      ...{ object: "company", caption: "Fiskaljahr", type: "Text", right: ["string"] },
      samples: ["2025/26", "2026", "2024/25"],
    },
    {
      ...{ object: "contact", caption: "Birthday", type: "Date", right: ["datetime"] },
      samples: ["1988-04-05T00:00:00Z"],
    },
    {
      ...{ object: "company", caption: "Door entry", type: "Text", right: ["string", "skip"] },
      samples: ["side door, ring bell"],
    },
    {
      ...{ object: "contact", caption: "Security question", type: "Text", right: ["skip"] },
      samples: ["mother's maiden name: Alvarez"],
    },
    { object: "ticket", caption: "Affected IPs", type: "TextArea", right: ["note"], samples: ["10.0.0.1"] },
  ],
  priorities: ["P1 24x7", "P2", "P3", "P4 – Wunsch"],
};

const clinic: GoldenTenant = {
  name: "in-house IT of a clinic",
  teams: ["IT Support", "Medizintechnik", "KIS-Team"],
  admins: [
    ["Dr. Petra Lang", "p.lang@klinik.example"],
    ["Mehmet Yıldız", "m.yildiz@klinik.example"],
    ["Sophie Martin", "s.martin@klinik.example"],
  ],
  boards: [
    {
      name: "IT-Support",
      right: "IT Support",
      statuses: [
        ["Eingegangen", "", "open"],
        ["Angenommen", "", "open"],
        ["Beim Hersteller", "", "snoozed"],
        ["Wartet (Anwender)", "", "snoozed"],
        ["Wartung läuft", "", "open"],
        ["Bestellt", "", "snoozed"],
        ["Gelöst - Rückmeldung offen", "", "snoozed", "open", "closed"],
        ["Zurückgezogen", "", "closed"],
        ["Abgelehnt", "closed", "closed"],
      ],
    },
    {
      name: "Med.technik",
      right: "Medizintechnik",
      statuses: [
        ["Open", "", "open"],
        ["Awaiting spare part", "", "snoozed"],
        ["Calibration due", "", "open", "snoozed"],
        ["Sent out for repair", "", "snoozed"],
        ["Returned", "", "open"],
        ["Scrapped", "closed", "closed"],
      ],
    },
    { name: "KIS", right: "KIS-Team", statuses: [["Newly reported", "", "open"]] },
    { name: "Bauprojekte", right: "Bauprojekte", statuses: [["Zu tun", "", "open"]] },
  ],
  members: [
    ["Petra Lang", "", "Dr. Petra Lang"],
    ["Mehmet Yildiz", "", "Mehmet Yıldız"],
    ["Martin, Sophie", "", "Sophie Martin"],
    ["Sophia Martin", "", null],
    ["Leitstand", "", null],
  ],
  fields: [
    {
      object: "ticket",
      caption: "Raum",
      type: "Text",
      right: ["string"],
      samples: ["2.014", "3.107", "0.001"],
    },
    {
      object: "ticket",
      caption: "Inventar",
      type: "Text",
      right: ["string"],
      samples: ["100234", "100235", "7"],
    },
    {
      object: "ticket",
      caption: "Prüfdatum",
      type: "Text",
      right: ["datetime"],
      samples: ["2026-02-01", "2025-07-08", "2026-03-04"],
    },
    {
      object: "ticket",
      caption: "Uhrzeit",
      type: "Text",
      right: ["string"],
      samples: ["08:00", "14:30", "23:15"],
    },
    { object: "ticket", caption: "Dringend?", type: "Text", right: ["boolean"], samples: ["ja", "nein"] },
    {
      object: "contact",
      caption: "Telefon Station",
      type: "Text",
      right: ["string"],
      samples: ["4411", "4412", "4413"],
    },
    {
      object: "contact",
      caption: "Fachbereich",
      type: "Text",
      options: ["Chirurgie", "Innere"],
      right: ["list"],
    },
    {
      object: "company",
      caption: "Betten",
      type: "Text",
      right: ["string", "integer"],
      samples: ["120", "80", "340"],
    },
    {
      object: "company",
      caption: "Zugangsdaten VPN",
      type: "Text",
      right: ["skip"],
      samples: ["vpn / Herbst24"],
    },
    {
      object: "ticket",
      caption: "Ergebnis",
      type: "Number",
      right: ["decimal"],
      samples: ["1.5", "-3", "0"],
    },
  ],
  priorities: ["Sofort", "Heute", "Woche"],
};

export const tenantsOfEverything: readonly GoldenTenant[] = [merger, clinic];
