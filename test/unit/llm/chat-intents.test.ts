// What people ask at any time, in English and German.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Intent, readIntent } from "../../../src/llm/chat/intents.ts";
import { makeUnderstand } from "../../../src/llm/chat/understand.ts";

const say = (question: Intent): string =>
  question.about === "topic"
    ? question.topic
    : question.about === "ticket"
      ? question.ticketId
      : question.about;

test.each([
  ["<@U0> where are we?", "status"],
  ["Wo stehen wir?", "status"],
  ["Wie geht es weiter?", "status"],
  ["status", "status"],
  ["what failed and why?", "exceptions"],
  ["Was ist schiefgegangen?", "exceptions"],
  ["Welche Fehler gibt es?", "exceptions"],
  ["Where is ticket #123456?", "123456"],
  ["Wo ist Ticket 123456?", "123456"],
  ["where 42", "42"],
  ["#123456", "123456"],
  ["what happens to time entries?", "time"],
  ["Was passiert mit den Zeiteinträgen?", "time"],
  ["and our SLAs?", "slas"],
  ["Was wird aus den SLAs?", "slas"],
  ["what about attachments?", "attachments"],
  ["Kommen die Anhänge mit?", "attachments"],
  ["do our workflows move?", "automations"],
  ["Was ist mit Automatisierungen?", "automations"],
  ["do we keep our ticket numbers?", "numbers"],
  ["Bleiben die Ticketnummern?", "numbers"],
  ["are internal notes kept?", "notes"],
  ["Was passiert mit internen Notizen?", "notes"],
  ["Where is the report?", "report"],
  ["Wo ist der Bericht?", "report"],
  ["does our knowledge base move?", "articles"],
  ["How long will it take?", "duration"],
  ["Wie lange dauert das?", "duration"],
  ["what does it cost?", "cost"],
  ["Was kostet der Umzug?", "cost"],
  ["how do I stop it?", "stop"],
  ["Wie kann ich das abbrechen?", "stop"],
  ["what can't be undone?", "irreversible"],
  ["Was lässt sich nicht rückgängig machen?", "irreversible"],
  ["who may approve the cutover?", "approvers"],
  ["Wer darf das freigeben?", "approvers"],
  ["how can I change the map?", "correct"],
  ["what happens to our configurations?", "configurations"],
  ["", "start"],
  ["hello there", "start"],
  ["start", "start"],
  ["Hallo", "start"],
  ["help", "help"],
  ["Hilfe", "help"],
  ["I approve the plan, roll it out", "unknown"],
])("%j is about %s", (text, about) => {
  expect(say(readIntent(text))).toBe(about);
});

test("any text is one of them, quickly", () => {
  fc.assert(fc.property(fc.string({ maxLength: 3000 }), (text) => Boolean(readIntent(text).about)));
});

describe("understanding", () => {
  test("a question never loads the map, nor asks a model", async () => {
    const understand = makeUnderstand({ ask: () => Promise.reject(new Error("asked")) });
    const load = () => Promise.reject(new Error("loaded"));
    expect(await understand("what happens to time entries?", load)).toEqual({
      kind: "question",
      question: { about: "topic", topic: "time" },
    });
    expect(await understand("start", load)).toMatchObject({ question: { about: "start" } });
  });

  test("without a map, a wish to change it is no correction", async () => {
    const understood = await makeUnderstand()("send 'Waiting' to snoozed", async () => undefined);
    expect(understood.kind).toBe("question");
  });
});
