// One block: what only shows goes to slack-blocks-to-jsx, what acts is ours.
import type { Block, Element } from "../types.ts";
import type { Surface } from "./act.ts";
import { ActionButton } from "./action-button.tsx";
import { InteractiveElement } from "./interactive-element.tsx";
import { PlanBlock, TaskCard } from "./plan-block.tsx";
import { TableBlock } from "./table-block.tsx";
import { TextBlock, TextPart } from "./text-block.tsx";

type Loose = Record<string, unknown>;

interface BlockProps {
  readonly block: Block;
  readonly surface: Surface;
  readonly error?: string | undefined;
}

function Elements({ block, surface }: BlockProps) {
  return (
    <div className="actions">
      {(block.elements as Element[]).map((element) => (
        <InteractiveElement key={element.action_id} block={block} element={element} surface={surface} />
      ))}
    </div>
  );
}

function Section({ block, surface }: BlockProps) {
  const { accessory, fields, ...rest } = block;
  const image = (accessory as Element | undefined)?.type === "image";
  if (image || !accessory)
    return (
      <div>
        {rest.text || image ? <TextBlock block={(image ? { ...rest, accessory } : rest) as Block} /> : null}
        {fields ? (
          <div className="fields">
            {(fields as Loose[]).map((field) => (
              <TextPart key={JSON.stringify(field)} text={field} />
            ))}
          </div>
        ) : null}
      </div>
    );
  return (
    <div className="section-with-accessory">
      <Section block={{ ...rest, ...(fields ? { fields } : {}) } as Block} surface={surface} />
      <div className="accessory">
        <InteractiveElement block={block} element={accessory as Element} surface={surface} />
      </div>
    </div>
  );
}

function Input({ block, surface, error }: BlockProps) {
  return (
    <div className={`input ${error ? "input-wrong" : ""}`}>
      <div className="input-label">
        {String((block.label as Loose).text)}
        {block.optional === true ? <span className="input-optional"> (optional)</span> : null}
      </div>
      <InteractiveElement block={block} element={block.element as Element} surface={surface} />
      {error ? (
        <p className="input-error" data-testid="input-error" role="alert">
          {error}
        </p>
      ) : null}
      {block.hint ? <p className="input-hint">{String((block.hint as Loose).text)}</p> : null}
    </div>
  );
}

function Card({ block, surface }: BlockProps) {
  return (
    <div className="card">
      {block.title ? (
        <div className="card-title">
          <TextPart text={block.title} />
        </div>
      ) : null}
      {block.subtitle ? (
        <div className="card-subtitle">
          <TextPart text={block.subtitle} />
        </div>
      ) : null}
      {block.body ? <TextPart text={block.body} /> : null}
      {Array.isArray(block.actions) ? (
        <div className="actions">
          {(block.actions as Element[]).map((element) => (
            <ActionButton key={element.action_id} block={block} element={element} surface={surface} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Container({ block, surface }: BlockProps) {
  return (
    <details className="container" open={block.default_collapsed !== true}>
      <summary>{String((block.title as Loose | undefined)?.text ?? "")}</summary>
      <Blocks blocks={block.child_blocks as Block[]} surface={surface} />
    </details>
  );
}

function BlockView(props: BlockProps) {
  const { block, surface } = props;
  switch (block.type) {
    case "actions":
    case "context_actions":
      return <Elements {...props} />;
    case "section":
      return <Section {...props} />;
    case "input":
      return <Input {...props} />;
    case "plan":
      return <PlanBlock block={block} />;
    case "task_card":
      return <TaskCard task={block} alone />;
    case "table":
    case "data_table":
      return <TableBlock block={block} />;
    case "card":
      return <Card {...props} />;
    case "carousel":
      return (
        <div className="carousel">
          <Blocks blocks={block.elements as Block[]} surface={surface} />
        </div>
      );
    case "container":
      return <Container {...props} />;
    case "header":
      return <h3 className="header-block">{String((block.text as Loose).text)}</h3>;
    case "divider":
      return <hr className="divider-block" />;
    case "alert":
      return (
        <div className={`alert alert-${block.level ?? "default"}`}>
          <TextPart text={block.text} />
        </div>
      );
    default:
      return <TextBlock block={block} />;
  }
}

export function Blocks(props: { blocks: Block[]; surface: Surface; errors?: Record<string, string> }) {
  const { blocks, surface, errors } = props;
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const key = block.block_id ?? `${block.type} ${index}`;
        return (
          <div key={key} className={`block block-${block.type}`}>
            <BlockView block={block} surface={surface} error={errors?.[String(block.block_id)]} />
          </div>
        );
      })}
    </div>
  );
}
