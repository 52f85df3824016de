// Who of a workspace's admins can act: write in conversations, be assigned.
import type { Admin } from "./observed.ts";

/** Neither the bot that is listed among them, nor a teammate without an inbox seat. */
export const mayAct = ({ barred }: Admin): boolean => barred === undefined;

export const actorsOf = (admins: readonly Admin[]): readonly Admin[] => admins.filter(mayAct);
