// Waits for a message that fits, without polling: looks at what is there, then at each change.
import type { StoredMessage } from "./types.ts";
import type { Workspace } from "./workspace.ts";

/** The newest message that fits, edited ones included. @throws Error with the last texts after `timeoutMs` */
export function waitForMessage(
  workspace: Workspace,
  fits: (message: StoredMessage) => boolean,
  timeoutMs: number,
): Promise<StoredMessage> {
  const present = workspace.messages.findLast(fits);
  if (present) return Promise.resolve(present);
  return new Promise((resolve, reject) => {
    const look = (message: StoredMessage) => {
      if (!fits(message)) return;
      clearTimeout(timer);
      workspace.signals.off("message", look);
      resolve(message);
    };
    const timer = setTimeout(() => {
      workspace.signals.off("message", look);
      const last = workspace.messages.slice(-5).map((m) => `${m.user}: ${m.text.slice(0, 120)}`);
      reject(new Error(`no such message within ${timeoutMs} ms; the last were:\n${last.join("\n")}`));
    }, timeoutMs);
    workspace.signals.on("message", look);
  });
}

/** Waits until `holds` is true, looking at each change of the workspace. @throws Error after `timeoutMs` */
export function waitUntil(workspace: Workspace, holds: () => boolean, timeoutMs: number): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!holds()) return;
      clearTimeout(timer);
      workspace.signals.off("change", look);
      resolve();
    };
    const timer = setTimeout(() => {
      workspace.signals.off("change", look);
      reject(new Error(`it did not come true within ${timeoutMs} ms`));
    }, timeoutMs);
    workspace.signals.on("change", look);
  });
}
