// Which channels can't be written to any more: deleted, archived, left, or the app is gone from the workspace.

export interface Reach {
  lose(migrationId: string): void;
  regain(migrationId: string): void;
  isLost(migrationId: string): boolean;
}

export function createReach(): Reach {
  const lost = new Set<string>();
  return {
    lose: (id) => void lost.add(id),
    regain: (id) => void lost.delete(id),
    isLost: (id) => lost.has(id),
  };
}
