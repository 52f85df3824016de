// Last pass of a rollback: attributes that we made are archived, options that we added are taken away.
import type { StandingOperation } from "../../journal/journal.ts";
import type { AttributeModel } from "../../model/desired.ts";
import { parseStep } from "../../model/step.ts";
import type { RollbackRun } from "./rollback-run.ts";

const MODELS: readonly AttributeModel[] = ["contact", "company", "conversation"];

export async function undoAttributes(run: RollbackRun): Promise<void> {
  await run.each(jobs(run));
  if (run.archivedAttributes > 0) {
    run.remains.push({ code: "attributes_archived", args: { named: true } });
  }
}

async function* jobs(run: RollbackRun): AsyncGenerator<() => Promise<void>> {
  const keptModels = new Set((await othersStand(run)) ? MODELS : run.kept.map((one) => one.kind));
  for await (const row of run.standing()) {
    if (row.source.type !== "attribute") continue;
    const [model, name] = splitKey(row.source.id);
    if (!model) continue;
    // A kept record would lose its values with the definition.
    if (keptModels.has(model)) {
      run.remains.push({ code: "attributes_in_use", args: { model } });
    } else yield () => undoDefinition(run, model, name, row);
  }
}

/** True when a part is taken back, and records that other runs wrote stay. */
async function othersStand({ options: { journal, scope } }: RollbackRun): Promise<boolean> {
  if (scope.runs === undefined) return false;
  const { migrationId, environment } = scope;
  const [all, part] = [
    await journal.countByState({ migrationId, environment }),
    await journal.countByState(scope),
  ];
  return all.done > part.done;
}

/** `conversation:Priority__c`. */
function splitKey(key: string): readonly [AttributeModel | undefined, string] {
  const at = key.indexOf(":");
  return [MODELS.find((model) => model === key.slice(0, at)), key.slice(at + 1)];
}

async function undoDefinition(
  run: RollbackRun,
  model: AttributeModel,
  name: string,
  row: StandingOperation,
): Promise<void> {
  const attributeId = row.destinationId;
  const step = parseStep(row.step);
  if (row.actionKind === "create-attribute" && row.created) {
    if (!(await run.undo(`attribute ${name}`, { kind: "archive-attribute", model, attributeId }))) return;
    run.archivedAttributes += 1;
  } else if (step?.kind === "option") {
    const { option } = step;
    const action = { kind: "remove-attribute-option", model, attributeId, option } as const;
    if (!(await run.undo(`attribute ${name}`, action))) return;
  }
  await run.markUndone([row]);
}
