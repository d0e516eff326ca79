// How long the call has lasted.

export class Clock {
  #element;
  #since;
  #timer;

  constructor(element) {
    this.#element = element;
  }

  reset() {
    this.stop();
    this.#element.textContent = '0:00';
    this.#element.hidden = true;
  }

  start() {
    this.#since = performance.now();
    this.#element.hidden = false;
    this.#timer = setInterval(() => this.#show(), 500);
  }

  /** The time stays to be seen. */
  stop() {
    clearInterval(this.#timer);
  }

  #show() {
    const seconds = Math.floor((performance.now() - this.#since) / 1000);
    this.#element.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
