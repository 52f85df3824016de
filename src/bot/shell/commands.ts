// Carries out what a transition asks of the engine; a refusal is thrown and leaves the conversation as it was.
import type { Engine } from "../../engine/engine.ts";
import type { Actor, Role } from "../../engine/model/migration.ts";
import type { Command } from "../conversation/outcome.ts";

export async function runCommand(
  engine: Engine,
  migrationId: string,
  command: Command,
  actor: Actor,
  role: Role,
  name?: string,
): Promise<void> {
  switch (command.kind) {
    case "approve":
      await engine.approve(migrationId, command.approval, command.hash, role, actor, name);
      return;
    case "start":
      await engine.startTask(migrationId, command.task, actor, {
        ...(command.planHash ? { planHash: command.planHash } : {}),
        ...(command.onlyFailed ? { onlyFailed: true } : {}),
        ...(command.toProduction ? { toProduction: true } : {}),
      });
      return;
    case "change-map":
      await engine.changeMap(migrationId, command.change, actor);
      return;
    case "accept-map": {
      await engine.acceptMap(migrationId, actor);
      const accepted = await engine.fieldMap(migrationId);
      if (accepted) await engine.approve(migrationId, "map", accepted.hash, role, actor, name);
      return;
    }
    case "switch-deltas":
      return engine.switchDeltas(migrationId, command.on, actor);
    case "pause":
      return engine.pause(migrationId, actor);
    case "cancel":
      return engine.cancel(migrationId, actor);
  }
}
