/** A part of the bot that keeps something about people, and can say all of it. */
export interface DataProvider {
  /** The key of its words in the text catalogue, `privacy.kept`. */
  readonly name: string;
  /** Everything that is kept about a person, as plain objects that become JSON. Moments are ISO 8601. */
  dataOf(personId: string): Promise<object[]>;
  /** How many there are, where that is sooner known than what they are. */
  countOf?(personId: string): Promise<number>;
}
