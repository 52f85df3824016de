// A plan and its task cards: what is done, what runs, what waits.
import type { Block } from "../types.ts";
import { TextBlock } from "./text-block.tsx";

const marks: Record<string, string> = { pending: "", in_progress: "", complete: "✓", error: "!" };

export function TaskCard({ task, alone = false }: { task: Block; alone?: boolean }) {
  const status = String(task.status);
  const sources = (task.sources ?? []) as { url: string; text: string }[];
  return (
    <div className={`task ${alone ? "task-alone" : ""}`} data-status={status}>
      <span className={`task-mark task-${status}`} role="img" aria-label={status.replace("_", " ")}>
        {marks[status]}
      </span>
      <div className="task-text">
        <div className="task-title">{String(task.title)}</div>
        {task.details ? <TextBlock block={task.details as Block} /> : null}
        {task.output ? <TextBlock block={task.output as Block} /> : null}
        {sources.map((source) => (
          <a key={source.url} className="source" href={source.url} target="_blank" rel="noopener noreferrer">
            {source.text}
          </a>
        ))}
      </div>
    </div>
  );
}

export function PlanBlock({ block }: { block: Block }) {
  const tasks = (block.tasks ?? []) as Block[];
  const done = tasks.filter((task) => task.status === "complete").length;
  const failed = tasks.filter((task) => task.status === "error").length;
  const share = (count: number) => ({ width: `${tasks.length === 0 ? 0 : (100 * count) / tasks.length}%` });
  return (
    <details className="plan" open>
      <summary>
        <span className="plan-title">{String(block.title)}</span>
        <span className="plan-count">
          {done} of {tasks.length}
        </span>
        <span className="plan-bar">
          <span style={share(done)} />
          <span className="plan-failed" style={share(failed)} />
        </span>
      </summary>
      {tasks.map((task) => (
        <TaskCard key={String(task.task_id)} task={task} />
      ))}
    </details>
  );
}
