// A table: the first row is its head.
import type { Block } from "../types.ts";
import { TextBlock } from "./text-block.tsx";

interface Column {
  readonly align?: "left" | "center" | "right";
}

function Cell({ cell }: { cell: Block | undefined }) {
  if (!cell) return null;
  return cell.type === "rich_text" ? <TextBlock block={cell} /> : String(cell.text);
}

export function TableBlock({ block }: { block: Block }) {
  const [head = [], ...rows] = block.rows as Block[][];
  const columns = (block.column_settings ?? []) as Column[];
  const align = (index: number) => ({ textAlign: columns[index]?.align ?? ("left" as const) });
  const indexes = head.map((_cell, index) => index);
  return (
    <div className="table-wrap">
      <table className="table">
        {block.caption ? <caption>{String(block.caption)}</caption> : null}
        <thead>
          <tr>
            {indexes.map((index) => (
              <th key={index} style={align(index)}>
                <Cell cell={head[index]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {indexes.map((index) => (
                <td key={index} style={align(index)}>
                  <Cell cell={row[index]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
