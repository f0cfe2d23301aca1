// The line of choices that the page shows, where it stands in it, and the lines that were left for it.

/** The common beginning of two lists of choices. */
const common = (one, other) => {
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same++;
  return same;
};

export class Line {
  choices = [];
  at = 0;
  others = [];

  /** Goes to another line; this one is kept unless the other continues it. */
  follow(choices, at = choices.length) {
    const kept = this.choices;
    if (common(kept, choices) < kept.length) this.others.push(kept);
    this.others = this.others.filter((other) => common(other, choices) < other.length);
    this.choices = choices;
    this.at = at;
  }

  take(action) {
    if (this.choices[this.at] === action) this.at++;
    else this.follow([...this.choices.slice(0, this.at), action]);
  }

  go(at) {
    this.at = Math.max(0, Math.min(this.choices.length, at));
  }

  /** The choices up to where the page stands. */
  get here() {
    return this.choices.slice(0, this.at);
  }

  /** After how many steps other line number index parts from this one. */
  partsAfter(index) {
    return common(this.others[index], this.choices);
  }

  /** Goes on with other line number index, from where it parts. */
  resume(index) {
    const parts = this.partsAfter(index);
    this.follow(this.others[index], parts);
  }
}

/** Reads "token=…&s=…&c=…"; choices are separated by dots. */
export const readFragment = (hash) => {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const choices = fields.get("c");
  return {
    token: fields.get("token"),
    scenario: fields.get("s"),
    choices: choices ? choices.split(".") : [],
  };
};

export const fragment = (scenario, choices) => "#s=" + scenario + "&c=" + choices.join(".");
