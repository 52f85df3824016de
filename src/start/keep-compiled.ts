// Keeps the code that V8 compiled and the types that Node stripped, so that the next start needn't do it again.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { findOwnFolder } from "./find-own-folder.ts";

/** `NODE_COMPILE_CACHE` names another folder, and `NODE_DISABLE_COMPILE_CACHE=1` does without: both are Node's own. */
if (process.env.NODE_COMPILE_CACHE === undefined) {
  const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));
  const folder = findOwnFolder(modules, process.getuid?.());
  if (folder !== undefined) enableCompileCache(folder);
}
