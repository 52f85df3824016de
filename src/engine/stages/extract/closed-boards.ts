// When tickets are missing: which boards are closed to these credentials, each named.
import type { ExtractContext } from "./context.ts";
import { exceptUnreadable } from "./unreadable.ts";

/** Few desks have as many boards; a count and a row are asked for each. */
const MOST_BOARDS = 500;

/** ConnectWise counts the tickets of a closed board and shows none of them, without a word. */
export async function nameClosedBoards(context: ExtractContext): Promise<void> {
  const { source, staging, migrationId, signal } = context;
  const ids = await staging.listIds(migrationId, "board", undefined, MOST_BOARDS);
  for (const board of (await staging.load(migrationId, "board", ids)).values()) {
    signal?.throwIfAborted();
    if ((await source.countTicketsOnBoard(board)) !== undefined) continue;
    const reason = { code: "board_closed", args: { board: board.name } } as const;
    await exceptUnreadable(context, "board", board.id, reason);
  }
}
