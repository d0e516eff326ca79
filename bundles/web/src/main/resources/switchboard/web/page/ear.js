// On the audio thread: notices the beginning of a sound in the microphone. The server judges by the same rule, and surer, but hears
// the sound later.

/* global registerProcessor, AudioWorkletProcessor */

/** A block of the audio thread's is 2.7 ms at 48 kHz. */
const BLOCKS_OF_A_FRAME = 3;
const LOUD_FRAMES = 3;
const ABOVE_ROOM_DB = 12;
const SOFTEST_DB = -50;
const FALSE_ALARM_DB = 6;
const ROOM_GROWS_DB = 0.025;
/** It tells of no other sound before it is known what this one was. */
const SILENT_AFTER_BLOCKS = 150;

class Ear extends AudioWorkletProcessor {
  #power = 0;
  #samples = 0;
  #blocks = 0;
  #loud = 0;
  #silent = 0;
  #extraDb = 0;
  #roomDb = 0;
  #over = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => {
      if (data === 'over') this.#over = true;
      else this.#extraDb += FALSE_ALARM_DB;
    };
  }

  /** Called for as long as it says so: whoever hears no more must say it, or it is called until the page is closed. */
  process([[samples]]) {
    if (!samples || this.#over) return !this.#over;
    for (const sample of samples) this.#power += sample * sample;
    this.#samples += samples.length;
    if (this.#silent > 0) this.#silent--;
    if (++this.#blocks === BLOCKS_OF_A_FRAME) this.#judge();
    return true;
  }

  #judge() {
    const levelDb = 10 * Math.log10(Math.max(this.#power / this.#samples, 1e-10));
    this.#power = this.#samples = this.#blocks = 0;
    this.#roomDb = Math.min(levelDb, this.#roomDb + ROOM_GROWS_DB);
    const loud = levelDb > Math.max(this.#roomDb + ABOVE_ROOM_DB, SOFTEST_DB) + this.#extraDb;
    this.#loud = loud ? this.#loud + 1 : 0;
    if (this.#loud !== LOUD_FRAMES || this.#silent > 0) return;
    this.#silent = SILENT_AFTER_BLOCKS;
    this.port.postMessage('sound');
  }
}

registerProcessor('ear', Ear);
