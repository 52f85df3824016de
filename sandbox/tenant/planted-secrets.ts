// Secrets laid where ConnectWise keeps some, so that a drill can prove that none of them is ever stored.
import { type Random, randomFor } from "./random.ts";

/** Makes a secret that occurs nowhere else, and remembers it. */
export type PlantSecret = (kind: string) => string;

export function plantSecrets(seed: number): { readonly plant: PlantSecret; readonly planted: string[] } {
  const random: Random = randomFor(seed, "secrets");
  const planted: string[] = [];
  const plant = (kind: string) => {
    const word = Array.from({ length: 4 }, () => Math.floor(random() * 65536).toString(36)).join("");
    const secret = `Pw!${planted.length}-${kind}-${word}`;
    planted.push(secret);
    return secret;
  };
  return { plant, planted };
}
