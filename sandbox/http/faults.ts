// Faults on demand: what a stand-in does wrong, injected where it would happen: in its HTTP answer.
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { MiddlewareHandler } from "hono";

export interface Fault {
  /** `lost-answer`: the write is applied, then the connection is cut. `reset`: cut before anything is done. */
  readonly kind: "lost-answer" | "reset" | "status" | "latency";
  /** Only requests of this method; all when absent. */
  readonly method?: string;
  /** A regular expression over the path; all when absent. */
  readonly path?: string;
  /** Share of matching requests that are hit, 0 to 1; 1 when absent. */
  readonly rate?: number;
  /** Requests whose body has this text are let through. */
  readonly unless?: string;
  /** At most so many hits; no end when absent. */
  readonly times?: number;
  /** For `status`: the answer. */
  readonly status?: number;
  readonly body?: unknown;
  /** For `status`: what is sent instead of JSON, such as nothing at all, a web page, or half an answer. */
  readonly text?: string;
  readonly headers?: Record<string, string>;
  /** For `latency`: milliseconds before the handler runs. */
  readonly latencyMs?: number;
}

/** A small seeded generator (mulberry32), so that a drill with faults can be played again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class Faults {
  #rules: { fault: Fault; left: number }[] = [];
  #random: () => number;
  /** How many requests each kind of fault has hit. */
  readonly hits: Record<Fault["kind"], number> = { "lost-answer": 0, reset: 0, status: 0, latency: 0 };

  constructor(seed = 1) {
    this.#random = seededRandom(seed);
  }

  /** Adds a fault; the returned function takes it away again. */
  inject(fault: Fault): () => void {
    const rule = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
    this.#rules.push(rule);
    return () => {
      this.#rules = this.#rules.filter((r) => r !== rule);
    };
  }

  clear(): void {
    this.#rules = [];
  }

  /** The faults that hit this request, in the order they were injected. */
  #draw(method: string, path: string, body: string): Fault[] {
    const hit: Fault[] = [];
    for (const rule of this.#rules) {
      const { fault } = rule;
      if (rule.left <= 0) continue;
      if (fault.method && fault.method !== method) continue;
      if (fault.path && !new RegExp(fault.path).test(path)) continue;
      if (fault.unless !== undefined && body.includes(fault.unless)) continue;
      if (fault.rate !== undefined && this.#random() >= fault.rate) continue;
      rule.left -= 1;
      this.hits[fault.kind] += 1;
      hit.push(fault);
    }
    return hit;
  }

  /** Put it before the routes of a stand-in (and behind nothing: a fault comes before authentication). */
  middleware(): MiddlewareHandler<{ Bindings: HttpBindings }> {
    return async (c, next) => {
      const asked = this.#rules.some(({ fault }) => fault.unless !== undefined);
      const faults = this.#draw(c.req.method, c.req.path, asked ? await c.req.text() : "");
      for (const fault of faults) {
        if (fault.kind === "latency") await new Promise((r) => setTimeout(r, fault.latencyMs ?? 0));
        if (fault.kind === "reset") {
          c.env.outgoing.destroy();
          return RESPONSE_ALREADY_SENT;
        }
        if (fault.kind === "status" && fault.text !== undefined) {
          if (fault.status === 204) return c.body(null, 204, fault.headers);
          return c.body(fault.text, (fault.status ?? 200) as 200, fault.headers);
        }
        if (fault.kind === "status") {
          return c.json((fault.body ?? {}) as object, (fault.status ?? 500) as 500, fault.headers);
        }
      }
      await next();
      if (faults.some((f) => f.kind === "lost-answer")) {
        c.env.outgoing.destroy();
        c.res = RESPONSE_ALREADY_SENT;
      }
      return undefined;
    };
  }
}
