// The emoji a bot reports with, drawn as marks that look the same where no emoji font is installed.
import type { ReactNode } from "react";

const marks: Record<string, readonly [sign: string, tone: string]> = {
  white_check_mark: ["✓", "good"],
  heavy_check_mark: ["✓", "good"],
  large_green_circle: ["", "good"],
  x: ["✕", "bad"],
  no_entry: ["–", "bad"],
  red_circle: ["", "bad"],
  large_red_circle: ["", "bad"],
  warning: ["!", "warn"],
  large_yellow_circle: ["", "warn"],
  information_source: ["i", "info"],
  question: ["?", "info"],
  large_blue_circle: ["", "info"],
  hourglass_flowing_sand: ["…", "wait"],
  hourglass: ["…", "wait"],
  white_circle: ["", "wait"],
};

export function drawEmoji(data: { name: string }, parse: (data: { name: string }) => string): ReactNode {
  const mark = marks[data.name];
  if (!mark) return parse(data);
  const [sign, tone] = mark;
  return (
    <span className={`mark mark-${tone}`} role="img" aria-label={data.name.replaceAll("_", " ")}>
      {sign}
    </span>
  );
}
