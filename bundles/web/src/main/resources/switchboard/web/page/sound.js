// The assistant's voice, aloud, and silent at once.

/** Longer than what the server sent before it paused is on its way, shorter than it pauses at least. */
const ON_ITS_WAY_MS = 200;

/**
 * Plays a stream. Browsers that want a gesture first get one: the next key or touch, whatever it was meant for. Chromium
 * also measures a remote stream only while a media element plays it.
 * @param on.blocked   the browser holds back the sound
 * @param on.unblocked it was heard after all
 */
export async function playAloud(element, stream, on) {
  element.srcObject = stream;
  try {
    await element.play();
  } catch (error) {
    // Any other error means that the stream has been replaced or the call has ended.
    if (error.name !== 'NotAllowedError') return;
    on.blocked();
    const again = () => element.play().then(on.unblocked, () => {});
    for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, again, { once: true });
  }
}

/**
 * Follows an assistant that pauses without first playing what is on its way. Speakers of an operating system are not asked: what
 * they hold still sounds.
 */
export class Hush {
  #element;
  #over;

  constructor(element) {
    this.#element = element;
  }

  /** Takes what the server says. */
  take({ type, data }) {
    if (type === 'bot-started-speaking') this.lift();
    else if (type === 'bot-interrupted' || (type === 'server-message' && data.type === 'bot-paused')) this.#fall();
  }

  lift() {
    clearTimeout(this.#over);
    this.#element.muted = false;
  }

  /** Timers of a hidden page are late by up to a second, of which words would be lost. */
  #fall() {
    if (document.hidden) return;
    clearTimeout(this.#over);
    this.#element.muted = true;
    this.#over = setTimeout(() => this.lift(), ON_ITS_WAY_MS);
  }
}
