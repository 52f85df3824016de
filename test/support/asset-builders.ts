// Builders of what hangs around tickets: configurations, agreements, projects.
import type {
  SourceAgreement,
  SourceConfiguration,
  SourceProject,
} from "../../src/engine/model/source/source.ts";

export function aConfiguration(overrides: Partial<SourceConfiguration> = {}): SourceConfiguration {
  return {
    id: "5000",
    name: "WS-5-1",
    configurationType: { id: "1", name: "Managed Workstation" },
    status: "Active",
    active: true,
    company: { id: "5", name: "Acme Dental" },
    contact: { id: "20", name: "Ada Jones" },
    serialNumber: "SN100",
    modelNumber: "Latitude 5440",
    lastSeen: "2025-11-05T06:00:00Z",
    questions: [{ question: "Location in building", answer: "Room 100" }],
    customFields: [],
    dateEntered: "2024-01-05T06:00:00Z",
    lastUpdated: "2025-11-05T06:00:00Z",
    ...overrides,
  };
}

export function anAgreement(overrides: Partial<SourceAgreement> = {}): SourceAgreement {
  return {
    id: "70",
    name: "Gold Acme Dental",
    agreementType: { id: "5", name: "Managed Services - Gold" },
    company: { id: "5", name: "Acme Dental" },
    sla: { id: "2", name: "Gold 24x7" },
    status: "Active",
    cancelled: false,
    startDate: "2024-01-01T00:00:00Z",
    endDate: "2027-01-01T00:00:00Z",
    billAmount: 5220,
    billingCycle: "Monthly",
    additions: [
      { id: "700", product: "MS-SEAT", quantity: 20, unitPrice: 145, cancelled: false },
      { id: "701", product: "BACKUP-DEV", quantity: 10, unitPrice: 10, cancelled: false },
      { id: "702", product: "GONE", quantity: 1, unitPrice: 999, cancelled: true },
    ],
    ...overrides,
  };
}

export function aProject(overrides: Partial<SourceProject> = {}): SourceProject {
  return {
    id: "40",
    name: "Office move",
    company: { id: "5", name: "Acme Dental" },
    status: "Open",
    closed: false,
    billingMethod: "FixedFee",
    billingAmount: 4800,
    budgetHours: 60,
    actualHours: 30,
    percentComplete: 0.4,
    phases: [
      { id: "400", name: "Planning", wbsCode: "1", status: "Closed", milestone: false, budgetHours: 15 },
      { id: "401", name: "Hand-over", wbsCode: "2", status: "Open", milestone: true },
    ],
    ...overrides,
  };
}
