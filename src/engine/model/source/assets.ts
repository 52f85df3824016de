// What hangs around tickets in ConnectWise without being one: configurations, agreements, projects.
import type { CustomFieldValue, Ref, SourceBase } from "./base.ts";

/** A device, licence or other asset. ConnectWise calls it configuration, other desks CI. */
export interface SourceConfiguration extends SourceBase {
  readonly name: string;
  readonly configurationType?: Ref;
  readonly status?: string;
  readonly active: boolean;
  readonly company?: Ref;
  /** Who uses it; a server has none. */
  readonly contact?: Ref;
  readonly site?: Ref;
  readonly serialNumber?: string;
  readonly modelNumber?: string;
  readonly tagNumber?: string;
  readonly manufacturer?: string;
  readonly osType?: string;
  readonly ipAddress?: string;
  readonly macAddress?: string;
  readonly lastLoginName?: string;
  readonly purchaseDate?: string;
  readonly installationDate?: string;
  readonly warrantyExpirationDate?: string;
  /**
   * ConnectWise has no field of that name: a configuration that an agent reports is updated by the report, so the
   * newest of its own update and its last backup stands in.
   */
  readonly lastSeen?: string;
  readonly notes?: string;
  /** What it is part of: the hierarchy, which Intercom can't hold. */
  readonly parentConfigurationId?: string;
  /** Answered questions of its type, in their order; Password-type ones never get here. */
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
  readonly customFields: readonly CustomFieldValue[];
}

/** The configurations that hang on one ticket; the record's id is the ticket's. */
export interface SourceTicketConfigurations extends SourceBase {
  readonly configurationIds: readonly string[];
}

/** A contract of a company. Amounts are in the tenant's currency, as ConnectWise states them. */
export interface SourceAgreement extends SourceBase {
  readonly name: string;
  readonly agreementType?: Ref;
  readonly company?: Ref;
  readonly contact?: Ref;
  readonly sla?: Ref;
  /** ConnectWise's status: Active, Cancelled, Expired, Inactive. */
  readonly status?: string;
  readonly cancelled: boolean;
  readonly startDate?: string;
  /** Absent when it never ends. */
  readonly endDate?: string;
  readonly billAmount?: number;
  readonly billingCycle?: string;
  readonly applicationUnits?: string;
  readonly applicationLimit?: number;
  readonly currency?: string;
  readonly parentAgreementId?: string;
  readonly additions: readonly {
    readonly id: string;
    readonly product: string;
    readonly quantity?: number;
    readonly unitPrice?: number;
    readonly cancelled: boolean;
  }[];
}

export interface SourceProject extends SourceBase {
  readonly name: string;
  readonly company?: Ref;
  readonly board?: Ref;
  readonly manager?: Ref;
  readonly agreement?: Ref;
  readonly projectType?: string;
  readonly status?: string;
  readonly closed: boolean;
  readonly estimatedStart?: string;
  readonly estimatedEnd?: string;
  readonly actualStart?: string;
  readonly actualEnd?: string;
  readonly billingMethod?: string;
  readonly billingAmount?: number;
  readonly billTime?: string;
  readonly budgetHours?: number;
  readonly actualHours?: number;
  /** 0 to 1. */
  readonly percentComplete?: number;
  readonly phases: readonly {
    readonly id: string;
    readonly name: string;
    readonly wbsCode?: string;
    readonly status?: string;
    readonly milestone: boolean;
    readonly parentPhaseId?: string;
    readonly budgetHours?: number;
    readonly actualHours?: number;
    readonly startDate?: string;
    readonly endDate?: string;
    readonly deadlineDate?: string;
  }[];
}
