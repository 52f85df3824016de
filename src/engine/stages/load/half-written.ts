// A conversation that was begun and could not be finished: its exception says where it stands open.
import { SkipError } from "../../errors.ts";

export class HalfWritten extends SkipError {
  readonly conversationId: string;

  constructor(error: SkipError, conversationId: string) {
    super({
      code: "half_written",
      args: { error: error.saying, conversationId },
      shownAs: error.code,
      cause: error,
      ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
      ...(error.refusal === undefined ? {} : { refusal: error.refusal }),
    });
    this.conversationId = conversationId;
  }
}
