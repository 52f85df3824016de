// What the engine says in English, found again by its pattern and said in another language.

/** English with a `{}` for each part that varies, and the other language's, where `{1}` is the first of them. */
export type Sentence = readonly [english: string, other: string];

export interface Translation {
  readonly sentences: readonly Sentence[];
  /** A part that varies, when it is no name: a number, "About 7". */
  readonly part: (said: string) => string;
}

/** The parts of `sentence` that vary, when it is made of these pieces; in one pass, however long and hostile it is. */
function match(sentence: string, pieces: readonly string[]): readonly string[] | undefined {
  const [first = "", ...rest] = pieces;
  const last = rest.at(-1) ?? "";
  if (!sentence.startsWith(first) || !sentence.endsWith(last)) return undefined;
  const parts: string[] = [];
  let from = first.length;
  for (const [index, piece] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const to = isLast ? sentence.length - last.length : sentence.indexOf(piece, from + 1);
    if (to <= from) return undefined;
    parts.push(sentence.slice(from, to));
    from = to + piece.length;
  }
  return parts;
}

/** A function that says an engine's sentence; one that it does not know stays English rather than being lost. */
export function makeEngineSays({ sentences, part }: Translation): (sentence: string) => string {
  const known = new Map(sentences.filter(([english]) => !english.includes("{}")));
  const patterns = sentences
    .filter(([english]) => english.includes("{}"))
    // The more is said in words, the surer the pattern.
    .toSorted(([a], [b]) => b.replaceAll("{}", "").length - a.replaceAll("{}", "").length)
    .map(([english, other]) => ({ pieces: english.split("{}"), other }));
  return (sentence) => {
    const whole = known.get(sentence);
    if (whole !== undefined) return whole;
    for (const { pieces, other } of patterns) {
      const found = match(sentence, pieces);
      if (found) return other.replace(/\{(\d+)\}/g, (_all, at: string) => part(found[Number(at) - 1] ?? ""));
    }
    return sentence;
  };
}
