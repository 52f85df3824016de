// What people say about a folder of exports; the shape of `source.csv` in FILE.
import type { SourceCredentials } from "../../model/migration.ts";

export type CsvSettings = NonNullable<SourceCredentials["csv"]>;
