// How far the assistant has got in a clause of which only the beginning and the end are told.

const FIRST_GUESS = 15;
const CREDIT = 0.3;
const LONG_ENOUGH = 12;

/** Characters per second, learnt from the clauses that were heard to their end. */
export class Pace {
  #perSecond = FIRST_GUESS;

  /** @returns how many characters of the text have been spoken, up to the end of a word */
  reached(text, elapsedMs) {
    const characters = Math.floor(elapsedMs / 1000 * this.#perSecond);
    if (characters >= text.length) return text.length;
    // A word shows when it begins to be heard.
    return characters + text.slice(characters).search(/\s|$/);
  }

  learn(text, elapsedMs) {
    if (text.length < LONG_ENOUGH || elapsedMs <= 0) return;
    this.#perSecond += CREDIT * (text.length / elapsedMs * 1000 - this.#perSecond);
  }
}
