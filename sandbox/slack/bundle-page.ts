// Bundles the page in memory, the first time somebody asks for it.
import { fileURLToPath } from "node:url";

export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

let bundle: Promise<PageBundle> | undefined;

async function build(): Promise<PageBundle> {
  // Loaded here and not above: most who start the stand-in never open the page.
  const esbuild = await import("esbuild");
  const result = await esbuild.build({
    entryPoints: [fileURLToPath(new URL("page/app.tsx", import.meta.url))],
    bundle: true,
    write: false,
    outdir: "out",
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const textOf = (ending: string) => result.outputFiles.find((f) => f.path.endsWith(ending))?.text ?? "";
  return { script: textOf(".js"), style: textOf(".css") };
}

/** Built once a process. */
export function bundlePage(): Promise<PageBundle> {
  bundle ??= build();
  return bundle;
}
