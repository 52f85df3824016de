// Every list with every answer: the gate tries three answers of each.
process.env.CUTOVER_TROUBLE = "all";
await import("./source-trouble.test.ts");
