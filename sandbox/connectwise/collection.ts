// What the server knows of one list of ConnectWise's API.
import type { Tenant } from "../tenant/tenant.ts";
import type { RightName } from "./my-security.ts";

export interface Scope {
  readonly tenant: Tenant;
  /** Numbers of the path, e.g. `parentId`. */
  readonly ids: Readonly<Record<string, number>>;
  /** Query parameters that this list takes beyond the usual ones. */
  readonly extra: Readonly<Record<string, string>>;
  readonly nowMs: number;
}

export interface Collection {
  /** Below `/apis/3.0`, in Hono's notation, ids as `:parentId`. */
  readonly path: string;
  /** The records in the order of ids; undefined when the parent isn't there. */
  readonly list: (scope: Scope) => readonly object[] | undefined;
  /** How a record looks in a list, and alone; as it is when absent. */
  readonly view?: (record: object, scope: Scope) => object;
  readonly viewOne?: (record: object, scope: Scope) => object;
  /** Names that the model has although no record may carry them. */
  readonly optional?: readonly string[];
  readonly extraParameters?: readonly string[];
  /** The right it needs; none when absent. */
  readonly right?: RightName;
  /** False for lists whose records can't be asked for alone. */
  readonly single?: boolean;
}

/** For lists that are fields of the tenant. */
export function collection(
  path: string,
  list: Collection["list"],
  more: Omit<Collection, "path" | "list"> = {},
): Collection {
  return { path, list, ...more };
}
