// A conversation that was begun and could not be finished: its exception says where it stands open.
import { SkipError } from "../../errors.ts";

export class HalfWritten extends SkipError {
  readonly conversationId: string;

  constructor(error: SkipError, conversationId: string) {
    super({
      code: error.code,
      message: `${error.message} Its conversation ${conversationId} was begun and stands open in Intercom, unfinished.`,
      remedy: `${error.remedy} The conversation is finished then; a rollback takes it away.`,
      cause: error,
      ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
      ...(error.refusal === undefined ? {} : { refusal: error.refusal }),
    });
    this.conversationId = conversationId;
  }
}
