// An absence is believed only after asking again, and not for ever.
import { expect, it } from "vitest";
import { ReadLag } from "../../../../../src/engine/destination/intercom/reads/read-lag.ts";

/** Answers one after another, the last one for ever; an error is thrown. */
function play(...answers: readonly (string | null | Error)[]) {
  const left = [...answers];
  let asked = 0;
  return {
    asked: () => asked,
    read: async () => {
      asked += 1;
      const answer = left.length > 1 ? left.shift() : left[0];
      if (answer instanceof Error) throw answer;
      return answer ?? null;
    },
  };
}

function make() {
  const slept: number[] = [];
  const lag = new ReadLag(6000, async (ms) => {
    slept.push(ms);
  });
  return { lag, slept };
}

it("finds what appears late, and asks once for what is there", async () => {
  const { lag, slept } = make();
  expect(await lag.readUntilBelieved("1", play("here").read)).toBe("here");
  expect(slept).toEqual([]);
  expect(await lag.readUntilBelieved("2", play(null, null, "late").read)).toBe("late");
  expect(slept).toEqual([400, 800]);
});

it("believes an absence after the whole lag, and at once for what was there before", async () => {
  const { lag, slept } = make();
  expect(await lag.readUntilBelieved("1", play(null).read)).toBeNull();
  expect(slept.reduce((sum, ms) => sum + ms, 0)).toBe(6000);
  await lag.readUntilBelieved("2", play("here").read);
  const deleted = play(null);
  expect(await lag.readUntilBelieved("2", deleted.read)).toBeNull();
  expect(deleted.asked()).toBe(1);
});

it("goes on where it was when a read failed in between", async () => {
  const { lag, slept } = make();
  const broken = play(null, null, new Error("broken"), null);
  await expect(lag.readUntilBelieved("1", broken.read)).rejects.toThrow("broken");
  expect(await lag.readUntilBelieved("1", broken.read)).toBeNull();
  expect(slept).toEqual([400, 800, 800, 1600, 3200]);
});

it("asks no longer twice where many are gone", async () => {
  const { lag, slept } = make();
  for (let id = 0; id < 50; id += 1) await lag.readUntilBelieved(String(id), play(null).read);
  const before = slept.length;
  expect(await lag.readUntilBelieved("50", play(null).read)).toBeNull();
  expect(slept).toHaveLength(before);
});
