// How many tokens the questions in the chat may cost a day: a channel that talks much must not cost without end.

export interface DailyTokens {
  readonly isLeft: () => boolean;
  spend(tokens: number): void;
}

/** Counted in this process, by UTC days; `cap` in tokens. */
export function makeDailyTokens(cap: number, now: () => Date): DailyTokens {
  let day = "";
  let spent = 0;
  const today = () => {
    const date = now().toISOString().slice(0, 10);
    if (date !== day) [day, spent] = [date, 0];
    return spent;
  };
  return {
    isLeft: () => today() < cap,
    spend(tokens) {
      spent = today() + tokens;
    },
  };
}
