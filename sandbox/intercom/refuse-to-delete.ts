// What the token may not delete, by the habit `refusesToDelete`.
import { ApiError } from "./api-error.ts";
import type { Workspace } from "./workspace.ts";

export function refuseToDelete({ habits }: Workspace, what: "contacts" | "conversations"): void {
  if (!habits.refusesToDelete.includes(what)) return;
  throw new ApiError(403, "forbidden", `The token may not delete ${what}`);
}
