// The rights of the API member, as `GET /system/mySecurity` lists them: one row for each function of a module.
type Level = "None" | "My" | "All";

const FUNCTIONS = [
  ["Company", "Company Maintenance"],
  ["Company", "Contacts"],
  ["Company", "Configurations"],
  ["Service Desk", "Service Tickets"],
  ["Project", "Project Tickets"],
  ["Project", "Project Headers"],
  ["Finance", "Agreements"],
  ["Finance", "Billing View Time"],
  ["Time & Expense", "Time Entry"],
  ["System", "Member Maintenance"],
  ["System", "Table Setup"],
  ["Company", "Manage Documents"],
] as const;

export type RightName = (typeof FUNCTIONS)[number][1];
export type Rights = Readonly<Partial<Record<RightName, Level>>>;

export function buildMySecurity(rights: Rights) {
  return FUNCTIONS.map(([moduleName, functionName], at) => ({
    id: 500 + at,
    addLevel: "None",
    editLevel: "None",
    deleteLevel: "None",
    inquireLevel: rights[functionName] ?? "All",
    moduleFunctionName: functionName,
    moduleFunctionDescription: functionName,
    moduleFunctionIdentifier: functionName.replaceAll(" ", ""),
    myAllFlag: true,
    reportFlag: false,
    restrictFlag: false,
    customFlag: functionName === "Table Setup",
    moduleDescription: moduleName,
    moduleIdentifier: moduleName.replace(/\W+/g, ""),
    moduleName,
    sortOrder: at + 1,
    member: { id: 190, identifier: "CutoverAPI", name: "Cutover API" },
  }));
}
