// One of `GET /admins`: a teammate, or somebody who is listed among them and can't act.
import type { Admin } from "../../../model/observed.ts";
import type { AdminAnswer } from "../api/schema.ts";

/** The bot's address in recorded answers: `operator+WORKSPACE@intercom.io`. */
const BOT_ADDRESS = /^operator\+[^@\s]*@intercom\.io$/i;

/** A teammate without an inbox seat can't write, be assigned or be away; an answer that doesn't tell is believed. */
export function observeAdmin({ id, name, email, has_inbox_seat: seat }: AdminAnswer): Admin {
  const barred = BOT_ADDRESS.test(email ?? "") ? "bot" : seat === false ? "no-seat" : undefined;
  return {
    id,
    name: name ?? "",
    ...(email ? { email } : {}),
    ...(barred ? { barred } : {}),
  };
}
