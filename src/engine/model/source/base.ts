// What every source record has, and the shapes that several of them share.

export interface SourceBase {
  readonly id: string;
  readonly dateEntered?: string;
  readonly enteredBy?: string;
  readonly lastUpdated?: string;
  readonly updatedBy?: string;
}

/** A reference may carry an id only, and may point at a deleted record. */
export interface Ref {
  readonly id: string;
  readonly name?: string;
}

export interface CustomFieldValue {
  readonly id: string;
  readonly caption: string;
  /** ConnectWise's type: Text, TextArea, Number, Percent, Date, Checkbox, Hyperlink, Currency, … never Password. */
  readonly type: string;
  readonly value: string | number | boolean;
}
