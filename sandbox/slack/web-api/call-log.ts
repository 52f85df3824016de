// What the app asked of the Web API, in order.
import type { Call } from "../types.ts";

export class CallLog {
  readonly all: Call[] = [];

  add(call: Call): void {
    this.all.push(call);
  }

  /** The calls of one method, e.g. `of("chat.postMessage")`. */
  of(method: string): Call[] {
    return this.all.filter((call) => call.method === method);
  }

  count(method: string): number {
    return this.of(method).length;
  }
}
