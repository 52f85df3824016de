// Messages in order, by day, with the newest in sight.
import { Fragment, useEffect, useRef } from "react";
import type { MessageSeen } from "../snapshot.ts";
import { day } from "./format.ts";
import { MessageView } from "./message-view.tsx";

const isPlain = (message: MessageSeen): boolean => message.blocks.length === 0 && message.files.length === 0;

/** Short lines in a row share one name; what has blocks or files stands alone. */
const together = (previous: MessageSeen | undefined, message: MessageSeen): boolean =>
  previous !== undefined &&
  isPlain(previous) &&
  isPlain(message) &&
  previous.user === message.user &&
  previous.isEphemeral === message.isEphemeral &&
  Number(message.ts) - Number(previous.ts) < 180;

interface Props {
  readonly messages: readonly MessageSeen[];
  readonly countReplies: (ts: string) => number;
  readonly onThread?: (ts: string) => void;
}

export function MessageList({ messages, countReplies, onThread }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.ts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message is what it waits for
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [last]);
  return (
    <div className="messages" ref={list}>
      {messages.map((message, index) => {
        const previous = messages[index - 1];
        const newDay = !previous || day(previous.ts) !== day(message.ts);
        return (
          <Fragment key={message.ts}>
            {newDay ? (
              <div className="day">
                <span>{day(message.ts)}</span>
              </div>
            ) : null}
            <MessageView
              message={message}
              follows={!newDay && together(previous, message)}
              replies={countReplies(message.ts)}
              onThread={onThread ? () => onThread(message.ts) : undefined}
            />
          </Fragment>
        );
      })}
    </div>
  );
}
