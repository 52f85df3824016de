// Which channels can't be written to any more: deleted, archived, left, or the app is gone from the workspace.

/** By migration. */
export interface ChannelAvailability {
  markUnavailable(migrationId: string): void;
  markAvailable(migrationId: string): void;
  isUnavailable(migrationId: string): boolean;
}

export function createChannelAvailability(): ChannelAvailability {
  const unavailable = new Set<string>();
  return {
    markUnavailable: (id) => void unavailable.add(id),
    markAvailable: (id) => void unavailable.delete(id),
    isUnavailable: (id) => unavailable.has(id),
  };
}
