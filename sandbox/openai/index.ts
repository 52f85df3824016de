// An OpenAI-compatible server on this machine: chat completions with a JSON schema, and bad days on demand.
import { Hono } from "hono";
import { z } from "zod";
import { Faults } from "../http/faults.ts";
import { serve } from "../http/serve.ts";
import { playExpert, playHostile, readPrompt } from "./play-model.ts";

export type ModelMood = "expert" | "hostile" | "refusal" | "cut" | "not-json" | "silent";

/** `none`: a request that asks for no form. */
export type ResponseForm = "json_schema" | "json_object" | "none";

export interface OpenAiSandbox {
  /** What `OPENAI_BASE_URL` takes, with `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly faults: Faults;
  readonly requests: readonly {
    readonly model: string;
    readonly messages: readonly { role: string; content: unknown }[];
  }[];
  setMood(mood: ModelMood): void;
  /** From now on the content of every answer, whatever was asked; undefined: by the mood again. */
  setContent(content: string | undefined): void;
  /** What this server knows of `response_format`; anything else is refused with 400. All, until told otherwise. */
  setFormats(formats: readonly ResponseForm[]): void;
  stop(): Promise<void>;
}

const completionRequest = z.object({
  model: z.string().min(1),
  messages: z
    .array(z.object({ role: z.enum(["system", "developer", "user", "assistant"]), content: z.unknown() }))
    .min(1),
  response_format: z
    .discriminatedUnion("type", [
      z.object({
        type: z.literal("json_schema"),
        json_schema: z.object({
          name: z.string(),
          strict: z.literal(true),
          schema: z.record(z.string(), z.unknown()),
        }),
      }),
      z.object({ type: z.literal("json_object") }),
    ])
    .optional(),
  max_completion_tokens: z.number().int().positive().optional(),
});

/** Starts on 127.0.0.1; port 0 takes a free one. */
export async function startOpenAi(
  options: {
    readonly port?: number;
    readonly apiKey?: string;
    readonly mood?: ModelMood;
    readonly faults?: Faults;
  } = {},
): Promise<OpenAiSandbox> {
  const apiKey = options.apiKey ?? "sk-sandbox-0123456789";
  const faults = options.faults ?? new Faults();
  const requests: { model: string; messages: { role: string; content: unknown }[] }[] = [];
  let mood: ModelMood = options.mood ?? "expert";
  let fixed: string | undefined;
  let formats: readonly ResponseForm[] = ["json_schema", "json_object", "none"];
  const app = new Hono();
  app.use(faults.middleware());
  app.post("/v1/chat/completions", async (c) => {
    if (c.req.header("authorization") !== `Bearer ${apiKey}`) {
      return c.json(
        {
          error: {
            message: "Incorrect API key provided.",
            type: "invalid_request_error",
            code: "invalid_api_key",
          },
        },
        401,
      );
    }
    const parsed = completionRequest.safeParse(await c.req.json());
    if (!parsed.success) {
      return c.json(
        { error: { message: z.prettifyError(parsed.error), type: "invalid_request_error", code: null } },
        400,
      );
    }
    const { model, messages, response_format } = parsed.data;
    const form = response_format?.type ?? "none";
    if (!formats.includes(form)) {
      const message = `response_format ${form} is not supported`;
      return c.json({ error: { message, type: "invalid_request_error", code: null } }, 400);
    }
    requests.push({ model, messages });
    return c.json(complete(model, messages, mood, requests.length, fixed));
  });
  const served = await serve(app, options.port);
  return {
    baseUrl: `${served.url}/v1`,
    apiKey,
    faults,
    requests,
    setMood: (next) => {
      mood = next;
    },
    setContent: (content) => {
      fixed = content;
    },
    setFormats: (known) => {
      formats = known;
    },
    stop: () => served.close(),
  };
}

function complete(
  model: string,
  messages: { role: string; content: unknown }[],
  mood: ModelMood,
  count: number,
  fixed: string | undefined,
) {
  const doc = readPrompt(messages);
  const answer = doc === undefined ? {} : mood === "hostile" ? playHostile(doc) : playExpert(doc);
  const text = fixed ?? JSON.stringify(answer);
  const content =
    mood === "cut"
      ? text.slice(0, 200)
      : mood === "not-json"
        ? "Sure! Here is the map:"
        : mood === "silent"
          ? ""
          : text;
  return {
    id: `chatcmpl-${count}`,
    object: "chat.completion",
    created: 1_760_000_000 + count,
    model,
    choices: [
      {
        index: 0,
        message:
          mood === "refusal"
            ? { role: "assistant", content: null, refusal: "I can't help with that." }
            : { role: "assistant", content, refusal: null },
        finish_reason: mood === "cut" ? "length" : "stop",
        logprobs: null,
      },
    ],
    usage: {
      prompt_tokens: Math.ceil(JSON.stringify(messages).length / 4),
      completion_tokens: Math.ceil(content.length / 4),
      total_tokens: 0,
    },
  };
}
