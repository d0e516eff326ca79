// Before the call: who answers here, and whether this browser can call at all.

import * as directory from './directory.js';
import { at } from './face.js';
import { Refusal } from './http.js';
import * as words from './words.js';

export class Front {
  #face;
  #company;

  constructor(face) {
    this.#face = face;
  }

  /** Who answers here, {id, name, language}; asked again only after it failed. */
  company() {
    this.#company ??= this.#ask().catch((error) => {
      this.#company = undefined;
      throw error;
    });
    return this.#company;
  }

  async greet() {
    if (!window.RTCPeerConnection) {
      this.#face.close();
      this.#face.show('failed', words.noCalls);
      this.company().catch(() => {}); // whose page it is
      return;
    }
    try {
      if (location.pathname === '/' && await this.#chooses(2, words.status.choosing)) return;
      await this.company();
      if (this.#face.state === 'idle') this.#face.show('idle', words.status.idle);
    } catch (error) {
      if (this.#face.state !== 'idle') return; // a call has begun, and tells for itself
      const text = words.failure(error);
      this.#face.show('failed', text);
      if (error instanceof Refusal && error.status === 404) {
        this.#face.close();
        await this.#chooses(1, words.status.choosingAnother(text)).catch(() => {}); // who may be called is nobody's business here
      }
    }
  }

  async #ask() {
    const company = await directory.company(location.pathname, (detail) => this.#face.say(detail));
    this.#face.named(company);
    return company;
  }

  /** With several companies the start page asks which one, and where nobody answers one will do. */
  async #chooses(least, text) {
    const all = await directory.companies((detail) => this.#face.say(detail));
    if (all.length < least) return false;
    directory.offer(at('directory'), all);
    this.#face.show('choosing', text);
    return true;
  }
}
