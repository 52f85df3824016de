// Columns of ConnectWise's own reports (report writer and report views) that are no field here, and why each is left.
import { type CsvObject, plainCaption } from "./captions.ts";

/**
 * `key`: a number of a record that is named beside it, or of one that no export carries · `repeated`: another column
 * or file says it · `billing`: invoices, taxes, costs · `sum`: sums and ages that are worked out anew · `address`: of
 * sites · `layout`: settings of ConnectWise · `unused`: of no use in a helpdesk · `twin`: another column of the same
 * meaning is read instead · `api`: a field of the API that is not taken over the API either
 */
export type IgnoredWhy =
  | "key"
  | "repeated"
  | "billing"
  | "sum"
  | "address"
  | "layout"
  | "unused"
  | "twin"
  | "api";

type Ignored = Readonly<Partial<Record<IgnoredWhy, string>>>;

const BILL_TO = "Bill_To_Company_RecID|Bill_To_Company_ID|Bill_To_Company_Name|Bill_To_Contact_RecID";

/** By object; names as the reports print them, whose letter case varies. */
const REPORTS: Readonly<Partial<Record<CsvObject, Ignored>>> = {
  ticket: {
    key: "Previous_SR_Status_RecID|SR_Severity_RecID|SR_Impact_RecID|SR_Config_RecID|Config_RecIDs|Opportunity_RecID|Assigned_By_RecID|SR_Billing_Method_ID|Contact_Type_RecID|Company_Type_RecID|Owner_Level_RecID|Billing_Unit_RecID",
    repeated:
      "Status_SortOrder|Priority_Sort_Order|ClosedDesc|Territory|Territory_Manager|Date_Status_Changed_UTC|Date_Status_Changed",
    sum: "Age|Closed_Age|Hours_Actual|Hours_Billable|Hours_NonBillable|Hours_Agreement|Hours_Invoiced|Hours_Scheduled|Responded_Minutes|Resplan_Minutes|Resolved_Minutes|Responded_Skipped_Minutes|Resplan_Skipped_Minutes|Resolved_Skipped_Minutes|Minutes_Before_Waiting",
    address: "Address_Line1|Address_Line2|City|State|State_ID|PostalCode|Zip|Country",
    billing: "ServiceBillingMethod|Approved|Bill_Time|Bill_Expenses|Bill_Products",
    layout:
      "Service_Location|Waiting_Flag|Escalation_Start_Date_UTC|Overall_Start_Date_UTC|Date_Resplan_UTC|Phone|Phone_Number|Knowledge_Base_Flag",
  },
  note: { key: "Time_RecID|Company_RecID", repeated: "Updated_By|Summary|Board_Name" },
  timeEntry: {
    key: "TE_Charge_Code_RecID|SO_Activity_RecID|PM_Project_RecID|Opportunity_RecID|AGR_Header_RecID|TE_Status_ID|Company_RecID|Activity_Type_RecID|Work_Type_RecID|Work_Role_RecID",
    repeated:
      "Charge_To|Charge_Code|Activity_Subject|Project_Name|Project_Phase|Project_Activity|SR_Summary|SR_Status|SR_Board|Ticket_Status|Ticket_Summary|Company_Name|Company|Contact|Site_Name|Location|BusGroup|Territory|Time_Zone|Agreement|Board",
    billing:
      "Billable_Amt|NonBillable_Amt|NonBillable_Hrs|Hourly_Cost|Hourly_Cost_Decimal|AgrAmtCovered|AgrAdj_Firm|AgrAdj_Total|Invoice_Number|Invoice_Nbr|Date_Invoice|Invoice_Flag|Invoice_Ready|InvAdj_Firm|InvAdj_Total|Overage_Rate|WIP_Amt|Inv_Amt|Hours_Deduct",
    layout:
      "Utilization_Flag|Utilized_Hrs|Billable_Utilized_Hrs|NonBillable_Utilized_Hrs|Email_Contact_Flag|Email_Resource_Flag",
  },
  company: {
    key: "Office_Calendar_RecID|Company_Type_RecID|Company_Status_RecID|Owner_Level_RecID|SIC_Code_ID|Market_RecID|Billing_Terms_RecID|Tax_Code_RecID|Currency_RecID",
    billing: `${BILL_TO}|Bill_To_Address_Line1|Bill_To_Address_Line2|Bill_To_City|Bill_To_State|Bill_To_Zip|Bill_To_Country|Bill_To_Contact|Billing_Terms|Billing_Terms_Desc|Billing_Terms_ID|Tax_Code|Tax_Code_ID|Tax_Code_Desc|Tax_Exempt_Flag|Currency|Currency_ID|Currency_Code|Currency_Symbol|Due_Days|Delivery_Method|Billing_Delivery|Credit_Limit|Price_Level|Invoice_To_Email|Invoice_Cc_Email`,
    repeated: "Default_Contact_Email|Date_Acquired_UTC",
    unused:
      "Vendor_Nbr|OwnershipType|Ownership_Type|Nbr_Employees|Annual_Revenue|Revenue_Year|Lead_Source|Lead_Flag|Date_Acquired|Unsubscribe_Flag|PhoneNbr_Fax|Fax",
    layout: "Location|BusGroup|Company_Calendar|Email_Cc_Flag|Email_Cc_Address",
  },
  contact: {
    key: "Contact_Type_RecID|Owner_Level_RecID|Department_RecID|Relationship_RecID",
    address: "Address_Line1|Address_Line2|City|State|State_ID|Zip|Country|Personal_Address_Flag|Territory",
    unused: "NickName|School|Significant_Other|Anniversary|Assistant|Assistant_Contact_RecID|Suffix|Prefix",
    layout:
      "Default_Flag|Default_Billing_Flag|Unsubscribe_Flag|Portal_Security_Level|Portal_Disable_Flag|Time_Zone",
  },
  status: {
    layout:
      "Status_SortOrder|Sort_Order|Default_Flag|Display_On_Board|Inactive|Inactive_Flag|Time_Entry_Not_Allowed|Escalation_Status|Status_Indicator|Customer_Portal_Desc|Email_Template",
  },
};

const ignored = new Map<CsvObject, ReadonlyMap<string, IgnoredWhy>>();

/** Why a column of ConnectWise's report of this object is left; undefined for one that it doesn't have. */
export function whyVendorColumnIsLeft(object: CsvObject, header: string): IgnoredWhy | undefined {
  let columns = ignored.get(object);
  if (columns === undefined) {
    columns = new Map(
      Object.entries(REPORTS[object] ?? {}).flatMap(([why, names]) =>
        names.split("|").map((name) => [plainCaption(name), why as IgnoredWhy] as const),
      ),
    );
    ignored.set(object, columns);
  }
  return columns.get(plainCaption(header));
}

/** A key called RecID, or the ticket's number as only ConnectWise abbreviates it, stands in its reports alone. */
export function isVendorReport(headers: readonly string[]): boolean {
  return headers.some((header) => /recid$|^ticketnbr$|^phonenbr$/.test(plainCaption(header)));
}

/** What ConnectWise's reports call fields beside the captions of its screens. */
export const VENDOR_CLAIMS: Readonly<Partial<Record<CsvObject, Readonly<Record<string, string>>>>> = {
  ticket: { Urgency: "priority", Parent: "parentTicketId", Last_Update: "lastUpdated" },
};
