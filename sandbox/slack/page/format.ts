// Times, sizes and initials as the page shows them.
const dateOf = (ts: string): Date => new Date(Number(ts) * 1000);

export const clock = (ts: string): string =>
  dateOf(ts).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

export function day(ts: string): string {
  const date = dateOf(ts);
  if (date.toDateString() === new Date().toDateString()) return "Today";
  return date.toLocaleDateString([], { weekday: "long", month: "long", day: "numeric" });
}

export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

export const initials = (name: string): string =>
  name
    .split(" ")
    .map((word) => word[0] ?? "")
    .join("")
    .slice(0, 2);
