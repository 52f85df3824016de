// Asks for JSON as strictly as a server can: by a schema, as any object, or in words alone.
import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface Question {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly max_completion_tokens: number;
}

type Completion = OpenAI.Chat.Completions.ChatCompletion;

/** What was refused is not asked again in the process's life: a server does not learn a form meanwhile. */
export function makeAskInForms(
  client: OpenAI,
  agreed: { readonly name: string; readonly schema: z.ZodType },
) {
  const inWords = `Answer with one JSON object and nothing else, by this JSON Schema: ${JSON.stringify(z.toJSONSchema(agreed.schema))}`;
  const told = (messages: readonly ChatMessage[]): ChatMessage[] =>
    messages.map(({ role, content }, index) => ({
      role,
      content: index === 0 && role === "system" ? `${content}\n${inWords}` : content,
    }));
  const forms = [
    { response_format: zodResponseFormat(agreed.schema, agreed.name) },
    { response_format: { type: "json_object" as const } },
    {},
  ];
  let known = 0;

  async function askFrom(at: number, question: Question, signal?: AbortSignal): Promise<Completion> {
    const messages =
      at === 0 ? question.messages.map((message) => ({ ...message })) : told(question.messages);
    try {
      const completion = await client.chat.completions.create(
        { ...question, messages, ...forms[at] },
        signal === undefined ? {} : { signal },
      );
      known = Math.max(known, at);
      return completion;
    } catch (error) {
      const isForm = error instanceof OpenAI.APIError && (error.status === 400 || error.status === 422);
      if (!isForm || at === forms.length - 1) throw error;
      return askFrom(at + 1, question, signal);
    }
  }
  return (question: Question, signal?: AbortSignal): Promise<Completion> => askFrom(known, question, signal);
}
