// Blocks that only show something, drawn by slack-blocks-to-jsx.
import { type Block as JsxBlock, Message, type MessageProps } from "slack-blocks-to-jsx";
import type { Block } from "../types.ts";
import { useWorld } from "./act.ts";
import { drawEmoji } from "./emoji.tsx";

const hooks: NonNullable<MessageProps["hooks"]> = {
  emoji: drawEmoji,
  link: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ),
};

export function TextBlock({ block }: { block: Block }) {
  const { snapshot } = useWorld();
  const users = snapshot.people.map(({ id, name }) => ({ id, name }));
  const channels = snapshot.channels.map(({ id, name }) => ({ id, name }));
  return (
    <div className="text-block">
      <Message
        withoutWrapper
        theme="light"
        logo=""
        name=""
        blocks={[block as unknown as JsxBlock]}
        data={{ users, channels }}
        hooks={hooks}
      />
    </div>
  );
}

/** A text object, or text in Slack's markup. */
export function TextPart({ text }: { text: unknown }) {
  const part = typeof text === "string" ? { type: "mrkdwn", text } : text;
  return <TextBlock block={{ type: "section", text: part }} />;
}
