// The stand-in's inbox over HTTP: a person creates teams there and reads what arrived, hostile or not.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "../unit/sandbox/intercom/call-sandbox.ts";

describe("the inbox of the stand-in for Intercom", () => {
  let caller: SandboxCaller;
  beforeEach(async () => {
    caller = await startCaller({ teams: [{ id: "71", name: "Service Desk" }] });
  });
  afterEach(() => caller.sandbox.stop());

  const get = async (path = "") => (await fetch(`${caller.sandbox.url}/_sandbox/inbox${path}`)).text();
  const submit = (name: string, headers: Record<string, string> = {}) =>
    fetch(`${caller.sandbox.url}/_sandbox/inbox/teams?state=closed`, {
      method: "POST",
      body: new URLSearchParams({ name }),
      headers,
      redirect: "manual",
    });
  const teamNames = () => [...caller.sandbox.state.teams.values()].map((team) => team.name);
  /** The `data-conversation` of every row, in order. */
  const listed = (page: string) => [...page.matchAll(/data-conversation="(\d+)"/g)].map((match) => match[1]);

  it("creates a team through the form, goes back to the view it came from, and says so", async () => {
    const sent = await submit("  Projects & <Installs> ");
    expect(sent.status).toBe(303);
    const location = sent.headers.get("location") ?? "";
    expect(location).toMatch(/^\/_sandbox\/inbox\?state=closed&created=\d+$/);
    const page = await (await fetch(caller.sandbox.url + location)).text();
    expect(page).toContain("Team “Projects &amp; &lt;Installs&gt;” created.");
    const teams = await caller.call("GET", "/teams");
    expect(teams.body.teams.map((team: { name: string }) => team.name)).toContain("Projects & <Installs>");
  });

  it("refuses a team without a name or with one that is taken, and keeps what was typed", async () => {
    expect((await submit("   ")).status).toBe(422);
    const taken = await submit("service DESK");
    expect(taken.status).toBe(422);
    const page = await taken.text();
    expect(page).toContain("There is a team “Service Desk” already.");
    expect(page).toContain('value="service DESK"');
    expect(teamNames()).toEqual(["Service Desk"]);
  });

  it("takes no form that another site sends", async () => {
    expect((await submit("Planted", { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await submit("Planted", { origin: "null" })).status).toBe(403);
    expect((await submit("Planted", { origin: caller.sandbox.url })).status).toBe(303);
    expect(teamNames()).toEqual(["Service Desk", "Planted"]);
  });

  it("shows a conversation's comments and notes in order, with authors, times and attributes, escaped", async () => {
    const attack = `<script>alert(1)</script><img src="https://spy.example/x.png" onerror="alert(2)">`;
    await caller.call("POST", "/conversations/attributes", { name: "Board__c", data_type: "string" });
    await caller.call("POST", "/conversations/attributes", { name: "Due__c", data_type: "datetime" });
    const contact = await caller.contact({ name: `Mallory ${attack}` });
    const id = await caller.conversation(contact, { body: `Opening ${attack}`, created_at: 1_600_000_000 });
    await caller.call("PUT", `/conversations/${id}`, {
      title: `Printer ${attack}`,
      custom_attributes: { Board__c: attack, Due__c: 1_600_100_000 },
    });
    const reply = (message_type: string, body: string, created_at: number) =>
      caller.call("POST", `/conversations/${id}/reply`, {
        message_type,
        type: "admin",
        admin_id: "9001",
        body,
        created_at,
      });
    await reply("comment", "We look into it.", 1_600_000_060);
    await reply(
      "note",
      `<p>Seen <b>twice</b> <a href="javascript:alert(3)">here</a></p>${attack}`,
      1_600_000_120,
    );

    const page = await get(`?conversation=${id}`);
    expect([...page.matchAll(/data-kind="(\w+)"/g)].map((match) => match[1])).toEqual([
      "opening",
      "comment",
      "note",
    ]);
    expect(page).toContain("Opening &lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).toContain("Seen <b>twice</b>");
    expect(page).toContain("Internal note");
    expect(page).toContain("Avery Quinn");
    expect(page).toContain('<time datetime="2020-09-13T12:28:40.000Z">13 Sept 2020, 12:28 UTC</time>');
    expect(page).toContain('<time datetime="2020-09-14T16:13:20.000Z">');
    expect(page).not.toMatch(/<script|<img|javascript:/i);
  });

  it("lets the browser run no script and load nothing from elsewhere", async () => {
    const page = await fetch(`${caller.sandbox.url}/_sandbox/inbox`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    const style = await fetch(`${caller.sandbox.url}/_sandbox/inbox/inbox.css`);
    expect(style.headers.get("content-type")).toContain("text/css");
  });

  it("lists thirty at a time, newest first, by team, state, title and ticket number", async () => {
    await caller.call("POST", "/conversations/attributes", {
      name: "Source_Ticket_ID__c",
      data_type: "string",
    });
    const contact = await caller.contact();
    const ids: string[] = [];
    for (let i = 0; i < 32; i += 1) {
      const id = await caller.conversation(contact, { created_at: 1_600_000_000 + i });
      const custom_attributes = { Source_Ticket_ID__c: String(9000 + i) };
      await caller.call("PUT", `/conversations/${id}`, { title: `Ticket no ${i}`, custom_attributes });
      ids.push(id);
    }
    const [first, second] = ids;
    const change = (body: object) =>
      caller.call("POST", `/conversations/${first}/parts`, { type: "admin", admin_id: "9001", ...body });
    await change({ message_type: "assignment", type: "team", assignee_id: "71" });
    await change({ message_type: "close" });

    expect(listed(await get())).toEqual([...ids].reverse().slice(0, 30));
    expect(listed(await get("?page=2"))).toEqual([second, first]);
    expect(listed(await get("?page=99"))).toEqual([second, first]);
    expect(listed(await get("?team=71"))).toEqual([first]);
    expect(listed(await get("?state=closed"))).toEqual([first]);
    expect(listed(await get("?team=71&state=open"))).toEqual([]);
    expect(listed(await get("?q=NO%201"))).toHaveLength(11);
    expect(listed(await get("?q=%239001"))).toEqual([second]);
  });

  it("says what isn't there any more instead of failing", async () => {
    expect(await get("?conversation=404")).toContain("This conversation isn't here any more.");
    expect(await get("?team=gone&state=odd&page=x")).toContain("Nothing has arrived yet.");
  });

  it("asks for no token, counts as no request and changes nothing", async () => {
    await caller.conversation(await caller.contact());
    const { requests } = caller.sandbox;
    const before = caller.sandbox.stateHash();
    const home = await fetch(caller.sandbox.url, { redirect: "manual" });
    expect(home.headers.get("location")).toBe("/_sandbox/inbox");
    expect(listed(await get("?conversation=1"))).toEqual(["1"]);
    expect(caller.sandbox.requests).toBe(requests);
    expect(caller.sandbox.stateHash()).toBe(before);
  });
});
