// Scripts of an Automate server in folders, with passwords where such servers have them.
import { plantSecrets } from "../../tenant/planted-secrets.ts";

interface AutomateFolder {
  readonly Id: number;
  readonly Name: string;
  readonly ParentFolder?: { readonly Id: number; readonly Name: string };
}

export interface AutomateScript {
  readonly Id: number;
  readonly Name: string;
  readonly Folder: { readonly Id: number; readonly Name: string };
  readonly Comments: string | null;
  readonly Parameters: readonly string[];
  /** The steps as the server keeps them. */
  readonly ScriptData: string;
}

const FOLDERS: readonly AutomateFolder[] = [
  { Id: 1, Name: "Maintenance" },
  { Id: 2, Name: "Backups", ParentFolder: { Id: 1, Name: "Maintenance" } },
  { Id: 3, Name: "Onboarding" },
];

const SCRIPTS = [
  ["Backup - restart VSS writers", 2, "Restarts the VSS writers and tries the backup again.", ["Retries"]],
  ["Disk cleanup", 1, null, ["Days"]],
  ["New workstation", 3, "Joins the domain.", ["Domain", "JoinUser"]],
] as const;

/** `count` scripts, the first ones with names of their own; 812 is the one that a workflow starts. */
export function makeScripts(seed: number, count: number) {
  const { plant, planted } = plantSecrets(seed);
  const scripts = Array.from({ length: count }, (_, at): AutomateScript => {
    const [name, folderId, comments, parameters] = SCRIPTS[at % SCRIPTS.length] ?? SCRIPTS[0];
    const folder = FOLDERS.find(({ Id }) => Id === folderId) ?? { Id: folderId, Name: "" };
    const secret = at % SCRIPTS.length === 2;
    return {
      Id: 812 + at,
      Name: at < SCRIPTS.length ? name : `${name} ${at}`,
      Folder: { Id: folder.Id, Name: folder.Name },
      Comments: secret ? `${comments} Password: ${plant("script-comment")}` : comments,
      Parameters: secret ? [...parameters, `JoinPassword=${plant("script-parameter")}`] : parameters,
      ScriptData: `<step>net use /user:admin ${plant("script-step")}</step>`,
    };
  });
  return { folders: FOLDERS, scripts, planted };
}
