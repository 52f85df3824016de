// One message: who, when, what, its files, reactions and replies.
import type { MessageSeen } from "../snapshot.ts";
import { type Surface, useWorld } from "./act.ts";
import { Avatar } from "./avatar.tsx";
import { Blocks } from "./block-view.tsx";
import { clock, size } from "./format.ts";
import { TextPart } from "./text-block.tsx";

interface Props {
  readonly message: MessageSeen;
  /** Follows one of the same author closely: no name, no picture. */
  readonly follows: boolean;
  readonly replies: number;
  readonly onThread?: (() => void) | undefined;
}

function Body({ message }: { message: MessageSeen }) {
  const surface: Surface = {
    where: { ts: message.ts },
    value: (blockId, actionId) => message.state[blockId]?.[actionId],
  };
  return (
    <>
      {message.blocks.length > 0 ? (
        <Blocks blocks={message.blocks} surface={surface} />
      ) : message.text ? (
        <TextPart text={message.text} />
      ) : null}
      {message.files.map((file) => (
        <a
          key={file.id}
          className="file"
          href={`/files/${file.id}`}
          download={file.name}
          target="_blank"
          rel="noreferrer"
        >
          <span className="file-icon" aria-hidden="true">
            {file.name.split(".").at(-1)?.slice(0, 4).toUpperCase()}
          </span>
          <span>
            <b>{file.title}</b>
            <small>
              {size(file.size)} · Download {file.name}
            </small>
          </span>
        </a>
      ))}
      {message.reactions.length > 0 ? (
        <div className="reactions">
          {message.reactions.map((reaction) => (
            <span key={reaction.name}>
              <TextPart text={`:${reaction.name}:`} /> {reaction.users.length}
            </span>
          ))}
        </div>
      ) : null}
    </>
  );
}

export function MessageView({ message, follows, replies, onThread }: Props) {
  const { snapshot } = useWorld();
  const person = snapshot.people.find((p) => p.id === message.user);
  return (
    <article
      className={`message ${follows ? "message-follows" : ""} ${message.isEphemeral ? "message-ephemeral" : ""}`}
      data-testid="message"
      data-ts={message.ts}
      data-author={person?.name}
      data-ephemeral={message.isEphemeral}
    >
      <div className="message-side">{follows ? null : <Avatar person={person} />}</div>
      <div className="message-main">
        {message.isEphemeral ? <div className="only-you">Only visible to you</div> : null}
        {follows ? null : (
          <div className="message-head">
            <b>{person?.name ?? message.user}</b>
            {person?.role === "bot" ? <span className="badge">APP</span> : null}
            {person?.isExternal ? <span className="badge badge-external">{person.team}</span> : null}
            <time>{clock(message.ts)}</time>
          </div>
        )}
        <Body message={message} />
        {message.isEdited ? <small className="edited">(edited)</small> : null}
        {replies > 0 && onThread ? (
          <button type="button" className="replies" data-testid="open-thread" onClick={onThread}>
            {replies} {replies === 1 ? "reply" : "replies"} <span>View thread</span>
          </button>
        ) : null}
      </div>
      {onThread && !message.isEphemeral ? (
        <button
          type="button"
          className="reply"
          data-testid="reply"
          title="Reply in thread"
          onClick={onThread}
        >
          Reply
        </button>
      ) : null}
    </article>
  );
}
