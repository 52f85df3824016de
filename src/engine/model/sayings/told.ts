// What a version that stored prose has said: shown as it is, in whatever language it was.

export interface ToldSayings {
  readonly told: { readonly text: string };
}

export interface ToldErrors {
  readonly told: { readonly message: string; readonly remedy: string };
}
