// Blocks that only show something, drawn by slack-blocks-to-jsx.
import { type Block as JsxBlock, Message } from "slack-blocks-to-jsx";
import type { Block } from "../types.ts";
import { useWorld } from "./act.ts";

const openOutside = (event: React.MouseEvent) => {
  const link = (event.target as Element).closest("a");
  if (!link) return;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
};

export function TextBlock({ block }: { block: Block }) {
  const { snapshot } = useWorld();
  const users = snapshot.people.map(({ id, name }) => ({ id, name }));
  const channels = snapshot.channels.map(({ id, name }) => ({ id, name }));
  return (
    <div className="text-block" onClickCapture={openOutside}>
      <Message
        withoutWrapper
        theme="light"
        logo=""
        name=""
        blocks={[block as unknown as JsxBlock]}
        data={{ users, channels }}
      />
    </div>
  );
}

/** A text object, or text in Slack's markup. */
export function TextPart({ text }: { text: unknown }) {
  const part = typeof text === "string" ? { type: "mrkdwn", text } : text;
  return <TextBlock block={{ type: "section", text: part }} />;
}
