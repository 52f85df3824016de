// Long tables as CSV that streams, page by page.
import { BYTE_ORDER_MARK, type CsvValue, csvLine } from "../../engine/model/csv-line.ts";

/** Pages are asked for as the reader takes them; a reader who leaves ends it. */
export function streamCsv(
  head: readonly string[],
  pages: AsyncGenerator<readonly (readonly CsvValue[])[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`${BYTE_ORDER_MARK}${csvLine(head)}`));
    },
    async pull(controller) {
      const next = await pages.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value.map(csvLine).join("")));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}
