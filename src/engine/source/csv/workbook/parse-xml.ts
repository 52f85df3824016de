// XML as it streams by: names without their prefixes, texts in pieces; no entity is expanded but XML's own five.
import { Parser } from "htmlparser2";

export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(piece: string): void;
  close?(name: string): void;
}

const plainName = (name: string) => name.slice(name.indexOf(":") + 1);

function makeParser(events: XmlEvents): Parser {
  return new Parser(
    {
      onopentag: (name, attributes) => events.open?.(plainName(name), attributes),
      ontext: (piece) => events.text?.(piece),
      onclosetag: (name) => events.close?.(plainName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
}

export async function parseXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const parser = makeParser(events);
  for await (const piece of pieces) parser.write(piece);
  parser.end();
}

/** What the events put aside is given out after every piece, so that a large part needs little memory. */
export async function* parseXmlInSteps<T>(
  pieces: AsyncIterable<string>,
  events: XmlEvents,
  takeFound: () => readonly T[],
): AsyncGenerator<T> {
  const parser = makeParser(events);
  for await (const piece of pieces) {
    parser.write(piece);
    yield* takeFound();
  }
  parser.end();
  yield* takeFound();
}
