// What anyone would write first: a sequential loop over the vendor's own client, the same records, no journal.
import { IntercomClient } from "intercom-client";

/** Writes conversations like those of `stageTickets`; returns requests a second. */
export async function runPlainLoop(url: string, token: string, tickets: number): Promise<number> {
  const client = new IntercomClient({ token, environment: url, maxRetries: 0 });
  const contact = await client.contacts.create({ external_id: `plain:${Date.now()}`, name: "Plain loop" });
  const contactId = contact.id ?? "";
  let requests = 0;
  const began = process.hrtime.bigint();
  for (let n = 0; n < tickets; n++) {
    const created = await client.conversations.create({
      from: { type: "user", id: contactId },
      body: "The printer shows a paper jam.",
      created_at: 1_704_096_000 + n * 3600,
    });
    const conversationId = String(created.conversation_id);
    const admin = {
      message_type: "comment",
      type: "admin",
      admin_id: "900",
      body: "<p>Checked, please try again.</p>",
    } as const;
    await client.conversations.reply({
      conversation_id: conversationId,
      body: { ...admin, message_type: "note" },
    });
    await client.conversations.reply({
      conversation_id: conversationId,
      body: { ...admin, skip_notifications: true } as typeof admin,
    });
    await client.conversations.reply({
      conversation_id: conversationId,
      body: { message_type: "comment", type: "user", intercom_user_id: contactId, body: "It works." },
    });
    await client.conversations.update({ conversation_id: conversationId, title: "Printer" });
    await client.conversations.manage({
      conversation_id: conversationId,
      body: { message_type: "assignment", type: "team", admin_id: "900", assignee_id: "70" },
    });
    await client.conversations.manage({
      conversation_id: conversationId,
      body: { message_type: "assignment", type: "admin", admin_id: "900", assignee_id: "900" },
    });
    requests += 7;
  }
  return requests / (Number(process.hrtime.bigint() - began) / 1e9);
}
