// A button of the app: asks first where it must, shows that it waits, opens links in a new tab.
import { useState } from "react";
import type { Block, Element } from "../types.ts";
import { type Surface, useWorld } from "./act.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

type Loose = Record<string, unknown>;

export function ActionButton({
  block,
  element,
  surface,
}: {
  block: Block;
  element: Element;
  surface: Surface;
}) {
  const { act } = useWorld();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const label = String((element.text as Loose | undefined)?.text ?? "");
  const url = typeof element.url === "string" ? element.url : undefined;

  const press = async () => {
    setAsking(false);
    if (url) window.open(url, "_blank", "noopener,noreferrer");
    setBusy(true);
    const values = surface.typed?.();
    await act({
      do: "click",
      wanted: {
        ...surface.where,
        blockId: String(block.block_id),
        ...(element.action_id ? { actionId: element.action_id } : {}),
      },
      ...(values ? { values } : {}),
    });
    setBusy(false);
  };

  return (
    <>
      <button
        type="button"
        className={`button ${element.style ? `button-${element.style}` : ""} ${isBusy ? "button-busy" : ""}`}
        data-testid={`button-${label}`}
        data-action-id={element.action_id}
        aria-label={typeof element.accessibility_label === "string" ? element.accessibility_label : undefined}
        disabled={isBusy}
        onClick={() => (element.confirm ? setAsking(true) : void press())}
      >
        {label}
        {url ? <span aria-hidden="true"> ↗</span> : null}
      </button>
      {isAsking ? (
        <ConfirmDialog
          confirm={element.confirm as Loose}
          onConfirm={() => void press()}
          onDeny={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
