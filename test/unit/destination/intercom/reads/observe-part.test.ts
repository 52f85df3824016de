// A message is a part that says something by somebody, whatever its type is called.
import { describe, expect, it } from "vitest";
import { observePart } from "../../../../../src/engine/destination/intercom/reads/observe-part.ts";

const part = (part_type: string, author: string | null, body: string | null = "<p>Words</p>") =>
  observePart({
    ...{ id: "1", part_type, body, created_at: 1 },
    author: author === null ? null : { type: author, id: "7" },
  });

describe("what a part says", () => {
  it.each([
    ["comment", "user", "comment"],
    ["open", "user", "comment"],
    ["assignment", "lead", "comment"],
    ["something_new", "user", "comment"],
    ["quick_reply", "admin", "comment"],
    ["note", "admin", "note"],
    ["note_and_reopen", "admin", "note"],
    ["close", "admin", "message"],
    ["assignment", "admin", "message"],
    ["comment", "bot", "comment"],
    ["conversation_attribute_updated_by_admin", "bot", "other"],
    ["close", null, "other"],
  ])("with words, %s by %s is a %s", (type, author, messageType) => {
    expect(part(type, author).messageType).toBe(messageType);
  });

  it.each([
    ["open", "user", "other"],
    ["assign_and_reopen", "admin", "other"],
    ["close", "admin", "other"],
    ["comment", "user", "comment"],
    ["note", "admin", "note"],
  ])("without words, %s by %s is %s", (type, author, messageType) => {
    for (const body of [null, "", "<p></p>", "<br>"])
      expect(part(type, author, body).messageType).toBe(messageType);
  });

  it("takes a part that holds a picture alone for a message", () => {
    expect(part("open", "user", '<div><img src="https://x.example/i/shot.png"></div>').messageType).toBe(
      "comment",
    );
  });
});

describe("files of a part", () => {
  const filesOf = (body: string, attachments: { name: string; filesize?: number }[] = []) =>
    observePart({
      id: "1",
      part_type: "comment",
      body,
      created_at: 1,
      author: { type: "user", id: "7" },
      attachments,
    }).attachments;

  it.each([
    [
      '<img src="https://x.example/o/1/Fehler%20Stra%C3%9Fe.png?expires=1&signature=ab">',
      "Fehler Straße.png",
    ],
    ["<p>See</p><img alt='x' src='https://x.example/a/50%.png#top'>", "50%.png"],
    ['<IMG class="big" SRC = "https://x.example/shot.jpg">', "shot.jpg"],
  ])("finds an image in the text: %s", (body, name) => {
    expect(filesOf(body)).toEqual([{ name }]);
  });

  it("counts one that is in both places once, and twins twice", () => {
    const image = '<img src="https://x.example/a.png">';
    expect(filesOf(image, [{ name: "a.png", filesize: 3 }])).toEqual([{ name: "a.png", size: 3 }]);
    expect(filesOf(`${image}${image}`)).toHaveLength(2);
    expect(filesOf("<p>No image, &lt;img src=&quot;a.png&quot;&gt;</p>")).toBeUndefined();
  });
});
