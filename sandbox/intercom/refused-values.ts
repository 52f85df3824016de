// Values that a workspace refuses though their form is right: a phone number, an address, a name.
import { ApiError } from "./api-error.ts";
import type { Workspace } from "./workspace.ts";

/** 400 for the first that is refused; `field` tells which, if the workspace does. */
export function refuseValues(
  { habits }: Workspace,
  fields: Readonly<Record<string, string | null | undefined>>,
): void {
  for (const [field, value] of Object.entries(fields)) {
    if (!value || !habits.refusedValues.includes(value)) continue;
    const named = habits.refusalNames !== "nothing";
    throw new ApiError(400, "parameter_invalid", named ? `${field} is invalid` : "Invalid parameters", {
      ...(habits.refusalNames === "field" ? { field } : {}),
    });
  }
}
