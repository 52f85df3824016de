// What the store promises of documents: versioned, the newest wins, older ones stay.
import type { FieldMap } from "../field-map/schema.ts";
import type { Actor } from "../model/migration.ts";
import type { EnvironmentName } from "../model/operation.ts";
import type { Plan } from "../model/plan.ts";
import type { Certificate } from "../model/reports/certificate.ts";
import type { Survey } from "../model/survey.ts";
import type { KeptKind, KeptReports } from "./kept-reports.ts";

export interface Documents {
  saveSurvey(migrationId: string, survey: Survey): Promise<void>;
  loadSurvey(migrationId: string): Promise<Survey | undefined>;
  saveFieldMap(
    migrationId: string,
    map: FieldMap,
    by: Actor | "proposer",
    at: Date,
  ): Promise<{ readonly revision: number; readonly hash: string }>;
  loadFieldMap(
    migrationId: string,
  ): Promise<{ readonly map: FieldMap; readonly revision: number; readonly hash: string } | undefined>;
  savePlan(migrationId: string, plan: Plan): Promise<void>;
  loadPlan(migrationId: string, hash: string): Promise<Plan | undefined>;
  latestPlan(migrationId: string, environment: EnvironmentName): Promise<Plan | undefined>;
  saveCertificate(migrationId: string, certificate: Certificate): Promise<void>;
  loadCertificate(migrationId: string, environment: EnvironmentName): Promise<Certificate | undefined>;
  /** `of`: which one of its kind. */
  saveReport<K extends KeptKind>(
    migrationId: string,
    kind: K,
    report: KeptReports[K],
    at: Date,
    of?: string,
  ): Promise<void>;
  /**
   * Undefined before it was kept, and for one of another version that is made again anyway; throws AbortError
   * (`kept_unreadable`) for another one of another version.
   */
  loadReport<K extends KeptKind>(
    migrationId: string,
    kind: K,
    of?: string,
  ): Promise<KeptReports[K] | undefined>;
}
