// How loud both sides are, for the eye, and when the first sound came.

const PERIOD_MS = 20;
const WINDOW_SAMPLES = 1024;
const FLOOR_DBFS = -60;
/** What is shown costs the caller's battery, and on a small machine the call's own time: no more often, and only what can be seen. */
const SHOWN_MS = 80;
const STEPS = 24;
const SPOKEN_VALUE_MS = 500;

/** Root mean square of a window; full scale is 1. */
export function rms(samples) {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/** From silence, 0, to full scale, 1, in equal steps of decibels. */
export const loudness = (level) => Math.min(1, Math.max(0, 1 - 20 * Math.log10(Math.max(level, 1e-6)) / FLOOR_DBFS));

/** Measures one stream and shows it by the CSS property --level on some elements, of which meters also get a value. */
export class Meter {
  #context;
  #elements;
  #onLevel;
  #source;
  #timer;
  #level = 0;
  #shown = -1;
  #shownAt = 0;
  #valueAt = 0;

  /** @param onLevel called with every RMS measured */
  constructor(context, elements, onLevel = () => {}) {
    this.#context = context;
    this.#elements = elements;
    this.#onLevel = onLevel;
  }

  /** Measures this stream from now on, and no other. */
  watch(stream) {
    this.stop();
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = WINDOW_SAMPLES;
    this.#source = this.#context.createMediaStreamSource(stream);
    this.#source.connect(analyser);
    const samples = new Float32Array(WINDOW_SAMPLES);
    this.#timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const level = rms(samples);
      this.#onLevel(level);
      this.#show(loudness(level));
    }, PERIOD_MS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#source?.disconnect();
    this.#source = undefined;
    this.#level = 0;
    this.#shownAt = 0;
    this.#show(0);
  }

  /** Up at once, down slowly, as needles do. */
  #show(value) {
    this.#level = Math.max(value, this.#level * 0.9);
    const now = performance.now();
    if (now - this.#shownAt < SHOWN_MS) return;
    this.#shownAt = now;
    const shown = Math.round(this.#level * STEPS) / STEPS;
    if (shown === this.#shown) return;
    this.#shown = shown;
    const readable = now - this.#valueAt > SPOKEN_VALUE_MS || shown === 0;
    if (readable) this.#valueAt = now;
    for (const element of this.#elements) {
      element.style.setProperty('--level', shown.toFixed(3));
      if (readable && element.getAttribute('role') === 'meter') {
        element.setAttribute('aria-valuenow', String(Math.round(shown * 100)));
      }
    }
  }
}
