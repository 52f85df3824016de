// Messages in order, by day, with the newest in sight.
import { Fragment, useLayoutEffect, useRef } from "react";
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

/** Whoever reads the newest stays with it while it grows; whoever scrolled up is left there. */
const NEAR_END_PX = 40;

interface Props {
  readonly messages: readonly MessageSeen[];
  readonly countReplies: (ts: string) => number;
  readonly onThread?: (ts: string) => void;
}

export function MessageList({ messages, countReplies, onThread }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const shown = useRef<string>(undefined);
  useLayoutEffect(() => {
    const last = messages.at(-1)?.ts;
    if (isAtEnd.current || shown.current !== last) list.current?.scrollTo({ top: list.current.scrollHeight });
    shown.current = last;
  });
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = list.current ?? {};
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  };
  return (
    <div className="messages" ref={list} onScroll={onScroll}>
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
