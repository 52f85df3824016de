// Where a budget is kept: in memory for one process, in the database for many.
import { eq } from "drizzle-orm";
import { paceWindow } from "../../../drizzle/schema.ts";
import type { Database } from "../store/database/database.ts";
import { guardDatabase } from "../store/database/database-error.ts";
import { type Budget, type BudgetAnswer, type BudgetRequest, type BudgetRules, spend } from "./budget.ts";

export interface BudgetStore {
  spend(request: BudgetRequest, rules: BudgetRules): Promise<BudgetAnswer>;
}

/** One process, or the only one (PGlite). */
export function makeMemoryBudget(): BudgetStore {
  let budget: Budget | undefined;
  return {
    async spend(request, rules) {
      const spent = spend(budget, request, rules);
      budget = spent.budget;
      return spent.answer;
    },
  };
}

/** One row a credential, locked while it is spent from. `credential` names it, e.g. by the workspace: no secret. */
export function makeDatabaseBudget(database: Database, credential: string): BudgetStore {
  return guardDatabase({
    spend(request: BudgetRequest, rules: BudgetRules) {
      return database.transaction(async (tx) => {
        const read = () =>
          tx.select().from(paceWindow).where(eq(paceWindow.credential, credential)).for("update");
        let [row] = await read();
        if (row === undefined) {
          await tx.insert(paceWindow).values({ credential, row: {}, version: 0 }).onConflictDoNothing();
          [row] = await read();
        }
        // Version 0 is a row that nobody has spent from yet.
        const before = row === undefined || row.version === 0 ? undefined : (row.row as Budget);
        const spent = spend(before, request, rules);
        await tx
          .update(paceWindow)
          .set({ row: spent.budget, version: (row?.version ?? 0) + 1 })
          .where(eq(paceWindow.credential, credential));
        return spent.answer;
      });
    },
  });
}
