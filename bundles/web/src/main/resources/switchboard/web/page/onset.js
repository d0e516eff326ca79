// Tells the server of a sound at the microphone before its audio can be there, so that the assistant falls silent at once.

/** Later than that no speech is to come of a sound. */
const IN_VAIN_MS = 600;

export class Onset {
  #context;
  #tell;
  #module;
  #node;
  #source;
  #botSpeaks = false;
  #doubt;

  /** @param tell called when a sound begins while the assistant speaks */
  constructor(context, tell) {
    this.#context = context;
    this.#tell = tell;
  }

  /** Listens to this stream from now on, and to no other. Without an audio thread it hears nothing, and the server is a little later. */
  async watch(stream) {
    this.stop();
    const source = this.#source = this.#context.createMediaStreamSource(stream);
    try {
      this.#module ??= this.#context.audioWorklet.addModule(new URL('./ear.js', import.meta.url));
      await this.#module;
    } catch {
      return;
    }
    if (this.#source !== source) return;
    this.#node = new AudioWorkletNode(this.#context, 'ear', { numberOfOutputs: 0 });
    this.#node.port.onmessage = () => this.#began();
    source.connect(this.#node);
  }

  /** Takes what the server says. */
  take({ type }) {
    if (type === 'bot-started-speaking') this.#botSpeaks = true;
    if (type === 'bot-stopped-speaking') this.#botSpeaks = false;
    if (type === 'user-started-speaking') clearTimeout(this.#doubt);
  }

  stop() {
    clearTimeout(this.#doubt);
    this.#source?.disconnect();
    this.#node?.port.postMessage('over');
    this.#source = this.#node = undefined;
    this.#botSpeaks = false;
  }

  #began() {
    if (!this.#botSpeaks) return;
    this.#tell();
    clearTimeout(this.#doubt);
    const node = this.#node;
    this.#doubt = setTimeout(() => node.port.postMessage('in vain'), IN_VAIN_MS);
  }
}
