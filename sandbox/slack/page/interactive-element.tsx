// Any interactive element, wired to the place it stands in.
import { useState } from "react";
import { type Given, optionsOf } from "../acting/element-value.ts";
import type { Block, Element } from "../types.ts";
import { type Surface, useWorld } from "./act.ts";
import { ActionButton } from "./action-button.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { ElementControl } from "./element-control.tsx";
import { givenOf } from "./given.ts";

type Loose = Record<string, unknown>;
interface Props {
  readonly block: Block;
  readonly element: Element;
  readonly surface: Surface;
}

function Overflow({ element, onPick }: { element: Element; onPick: (given: Given) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="overflow">
      <button
        type="button"
        className="button button-overflow"
        data-testid={`overflow-${element.action_id}`}
        aria-label="More actions"
        onClick={() => setOpen(!isOpen)}
      >
        ⋯
      </button>
      {isOpen ? (
        <span className="menu">
          {optionsOf(element).map((option) => (
            <button
              key={String(option.value)}
              type="button"
              onClick={() => {
                setOpen(false);
                onPick(String(option.value));
              }}
            >
              {String((option.text as Loose).text)}
            </button>
          ))}
        </span>
      ) : null}
    </span>
  );
}

export function InteractiveElement({ block, element, surface }: Props) {
  const { act } = useWorld();
  const [asked, setAsked] = useState<{ given: Given }>();
  if (element.type.includes("button") && element.type !== "radio_buttons")
    return <ActionButton block={block} element={element} surface={surface} />;

  const blockId = String(block.block_id);
  const actionId = String(element.action_id);
  const pick = (given: Given) => {
    setAsked(undefined);
    const values = surface.typed?.();
    void act({
      do: "select",
      actionId,
      value: given,
      where: { ...surface.where, blockId },
      ...(values ? { values } : {}),
    });
  };
  const change = (given: Given) => {
    if (block.type === "input" && surface.keep) {
      surface.keep(blockId, given);
      if (block.dispatch_action !== true) return;
    }
    if (element.confirm) setAsked({ given });
    else pick(given);
  };
  return (
    <>
      {element.type === "overflow" ? (
        <Overflow element={element} onPick={change} />
      ) : (
        <ElementControl
          element={element}
          given={givenOf(surface.value(blockId, actionId))}
          onChange={change}
        />
      )}
      {asked ? (
        <ConfirmDialog
          confirm={element.confirm as Loose}
          onConfirm={() => pick(asked.given)}
          onDeny={() => setAsked(undefined)}
        />
      ) : null}
    </>
  );
}
