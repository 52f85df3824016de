// What both tables of requests are made of.

export type Row = readonly [name: string, method: string, path: string, body?: unknown];

export const reply = (more: object) => ({
  message_type: "comment",
  type: "admin",
  admin_id: "9001",
  body: "Hello",
  ...more,
});
export const fromContact = (more: object) => ({
  message_type: "comment",
  type: "user",
  body: "Hello",
  ...more,
});
export const file = { name: "log.txt", content_type: "text/plain", data: "aGVsbG8=" };
export const single = { field: "email", operator: "=", value: "person1@client.example" };
