// All golden tenants.
import type { GoldenTenant } from "./golden-tenant.ts";
import { tenantsOfEverything } from "./tenants-of-everything.ts";
import { tenantsOfLanguage } from "./tenants-of-language.ts";
import { tenantsOfPeople } from "./tenants-of-people.ts";
import { tenantsOfShape } from "./tenants-of-shape.ts";

export const goldenTenants: readonly GoldenTenant[] = [
  ...tenantsOfLanguage,
  ...tenantsOfShape,
  ...tenantsOfPeople,
  ...tenantsOfEverything,
];
