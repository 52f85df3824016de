// Finds the JSON object in what a model said: alone, in a fence, in a sentence, or after its thoughts.

/** Starts that are tried: an answer full of braces costs no more than this many looks over it. */
const MAX_STARTS = 30;
const THOUGHTS = /^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>/i;

/** The last object that `fits`; undefined where there is none. Never throws. */
export function findJson<T>(content: string, fits: (value: unknown) => T | undefined): T | undefined {
  const said = content.replace(THOUGHTS, "").trim();
  const whole = fits(parse(said));
  if (whole !== undefined) return whole;
  let found: T | undefined;
  let from = said.indexOf("{");
  for (let starts = 0; from >= 0 && starts < MAX_STARTS; starts += 1) {
    const end = endOfObject(said, from);
    const value = end < 0 ? undefined : fits(parse(said.slice(from, end)));
    if (value !== undefined) found = value;
    from = said.indexOf("{", value === undefined ? from + 1 : end);
  }
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Index behind the brace that closes the one at `from`; -1 where none does. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === "\\") at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "{") depth += 1;
    else if (sign === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}
