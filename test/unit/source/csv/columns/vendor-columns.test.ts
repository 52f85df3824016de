// Every column of ConnectWise's five reports is a field, knowingly left, or a custom field that people are asked about.
import { describe, expect, it } from "vitest";
import type { CsvObject } from "../../../../../src/engine/source/csv/columns/captions.ts";
import { assembleColumnMap } from "../../../../../src/engine/source/csv/columns/column-map.ts";
import { guessObject } from "../../../../../src/engine/source/csv/columns/guess-object.ts";

const REPORTS: readonly (readonly [name: string, object: CsvObject, columns: string, custom: string])[] = [
  [
    "Service.csv",
    "ticket",
    "SR_Service_RecID TicketNbr Summary Initial_Description Detail_Description Internal_Analysis Resolution date_entered Date_Entered_UTC entered_by date_closed Date_Closed_UTC closed_by Closed_Flag ClosedDesc Last_Update Updated_By Date_Status_Changed_UTC Date_Required Est_Start_Date_UTC Overall_Start_Date_UTC status_description sr_status_recid Status_SortOrder Previous_SR_Status_RecID Board_Name SR_Board_RecID team_name service_location Location BusGroup Territory Territory_Manager ServiceType ServiceSubType ServiceSubTypeItem Type_RecID SubType_RecID SubTypeItem_RecID Priority_Description Priority_Sort_Order Urgency SR_Urgency_RecID Severity SR_Severity_RecID Impact SR_Impact_RecID SR_SLA_RecID Date_Responded_UTC Date_Resplan_UTC Date_Resolved_UTC Responded_By Resolved_By Responded_Minutes Resplan_Minutes Resolved_Minutes Responded_Skipped_Minutes Resplan_Skipped_Minutes Resolved_Skipped_Minutes Minutes_Waiting Minutes_Before_Waiting Waiting_Flag Escalation_Start_Date_UTC company_name company_recid contact_name contact_recid Site_Name Address_Line1 Address_Line2 City State PostalCode Country Ticket_Owner_First_Name Ticket_Owner_Last_Name Ticket_Owner_RecID resource_list Assigned_By_RecID Source Parent config_recids agreement_name AGR_Header_RecID Opportunity_RecID PM_Phase_RecID Hours_Actual Hours_Billable Hours_NonBillable Hours_Agreement Hours_Invoiced Hours_Budget Hours_Scheduled SR_Billing_Method_ID ServiceBillingMethod Approved Age Closed_Age",
    "",
  ],
  [
    "ServiceNote.csv",
    "note",
    "SR_Service_RecID RecID Notes Date_Created_UTC Last_Update_UTC Detail_Description_Flag Internal_Analysis_Flag Resolution_Flag Time_Flag Member_RecID Contact_RecID Created_By Updated_By",
    "",
  ],
  [
    "Time.csv",
    "timeEntry",
    "Time_RecID SR_Service_RecID charge_to TE_Charge_Code_RecID Charge_Code SO_Activity_RecID Activity_Subject PM_Project_RecID project_name Project_Phase Project_Activity Opportunity_RecID member_recid member_id first_name last_name Date_Start Time_Start_UTC Time_End_UTC time_start time_end hours_actual billable_flag option_id Billable_Hrs NonBillable_Hrs Billable_Amt NonBillable_Amt Hourly_Rate Hourly_Cost Hourly_Cost_Decimal Agreement AGR_Header_RecID AgrHrsCovered AgrAmtCovered AgrAdj_Firm AgrAdj_Total Invoice_Number date_invoice invoice_flag Invoice_Ready InvAdj_Firm InvAdj_Total Notes internal_note work_type work_role time_status te_status_id Utilization_Flag Billable_Utilized_Hrs NonBillable_Utilized_Hrs Utilized_Hrs sr_summary sr_status company_name Company_RecID Location BusGroup Territory Time_Zone date_entered_utc Last_Update Last_Update_UTC Updated_By",
    "",
  ],
  [
    "Company.csv",
    "company",
    "Company_RecID Company_ID Company_Name PhoneNbr PhoneNbr_Fax Website_URL Company_Status_Desc Company_Type_Desc Delete_Flag Lead_Flag Default_Contact_First_Name Default_Contact_Last_Name Default_Contact_Email Contact_RecID Parent_Company_RecID Account_Nbr Vendor_Nbr Market_Desc OwnershipType SIC_Code_ID Nbr_Employees Annual_Revenue Revenue_Year Lead_Source Location Time_Zone Company_Calendar Office_Calendar_RecID Date_Acquired Date_Acquired_UTC Date_Entered Date_Entered_UTC Entered_By Last_Update Last_Update_UTC Updated_By Email_Cc_Flag Email_Cc_Address Unsubscribe_Flag Delivery_Method Bill_To_Company_RecID Bill_To_Company_Name Bill_To_Contact Billing_Terms_Desc Tax_Code Tax_ID Tax_Exempt_Flag Currency_ID Due_Days Custom_Note Userfield_1 Userfield_1_Caption Userfield_2 Userfield_2_Caption",
    "Tax_ID Custom_Note Userfield_1 Userfield_2",
  ],
  [
    "Contact.csv",
    "contact",
    "Contact_RecID First_Name Last_Name NickName Title Department Company_RecID Company_ID Company_Name Company_Address_RecID Default_Email Default_Phone Inactive_Flag Delete_Flag Default_Flag Default_Billing_Flag Unsubscribe_Flag Contact_Type_Desc Contact_Type_RecID Address_Line1 Address_Line2 City State_ID Zip Country Personal_Address_Flag Territory Time_Zone Portal_PW Portal_Security_Level Portal_Disable_Flag Last_Update Last_Update_UTC Updated_By Userfield1 Userfield1_Caption Date_Birth Gender Spouse_Name Children_Info Hobbies",
    "Userfield1 Date_Birth Gender Spouse_Name Children_Info Hobbies",
  ],
];

describe("the columns of ConnectWise's own reports", () => {
  it.each(REPORTS)("are all known: %s", (name, object, columns, custom) => {
    const headers = columns.split(" ");
    expect(guessObject([name], headers)).toBe(object);
    for (const letters of [headers, headers.map((one) => one.toUpperCase())]) {
      const map = assembleColumnMap(object, letters);
      const kept = map.columns.filter(({ use }) => use.kind === "custom").map(({ header }) => header);
      expect(kept.map((header) => header.toLowerCase())).toEqual(
        custom.toLowerCase().split(" ").filter(Boolean),
      );
      expect(map.questions).toEqual([]);
    }
  });
});
