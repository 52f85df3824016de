// What hangs on records as files, and the knowledge base, which is made of texts and hangs on nothing.
import type { Ref, SourceBase } from "./base.ts";

/** A file, a link or an inline image, and where its bytes are: exactly one of `file`, `missing` and `url` is there. */
export interface SourceDocument {
  /** ConnectWise's id; an inline image that is no document is named by its guid. */
  readonly id: string;
  readonly name: string;
  /** Where people with a login find it. */
  readonly link: string;
  /** By which texts refer to it as an inline image. */
  readonly guid?: string;
  /** True when the customer may see it. An inline image is seen by whoever sees the text. */
  readonly public: boolean;
  readonly dateEntered?: string;
  readonly enteredBy?: string;
  /** Bytes, as the source says. */
  readonly statedSize?: number;
  /** Of a link, which is no file. */
  readonly url?: string;
  /** Kept in the blob store. */
  readonly file?: { readonly digest: string; readonly size: number; readonly contentType: string };
  /** Why there is no file. */
  readonly missing?: { readonly code: string };
}

/** All documents of one ticket with the inline images of its texts, by id; the record's id is the ticket's. */
export interface SourceDocuments extends SourceBase {
  readonly documents: readonly SourceDocument[];
}

export interface SourceArticle extends SourceBase {
  readonly title: string;
  readonly issue: string;
  readonly resolution: string;
  readonly board?: Ref;
  readonly categoryId?: string;
  readonly subCategoryId?: string;
  readonly dateCreated?: string;
  readonly createdBy?: string;
  /** Names and links alone: Intercom's articles hold no files. */
  readonly documents: readonly { readonly name: string; readonly link: string }[];
}

export interface SourceArticleCategory extends SourceBase {
  readonly name: string;
  readonly subCategories: readonly { readonly id: string; readonly name: string }[];
}
