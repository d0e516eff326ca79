// What the page shows of the call as a whole: its state, in words, and what can be pressed. The state is also in
// document.body.dataset.state: idle, choosing, connecting, connected, ended or failed.

export const at = (id) => document.getElementById(id);

export class Face {
  #log;

  /** @param log gets every change */
  constructor(log) {
    this.#log = log;
  }

  get state() {
    return document.body.dataset.state;
  }

  /** @param microphone whether there is one to be muted */
  show(state, text, { notice = '', microphone = false } = {}) {
    document.body.dataset.state = state;
    const calling = state === 'connecting' || state === 'connected';
    this.say(text);
    at('call-label').textContent = calling ? 'Hang up' : 'Call';
    at('mute').disabled = !calling || !microphone;
    at('words').disabled = at('send').disabled = state !== 'connected';
    if (!calling) this.phase('');
    if (notice) this.notify(notice);
    this.#log.add('state', { state, text });
  }

  /** Says something without a change of state. */
  say(text) {
    at('status').textContent = text;
  }

  /** Who speaks. */
  phase(text) {
    at('phase').textContent = text || '\u00a0';
  }

  /** Something the caller must know; stays until there is something else, or nothing. */
  notify(text) {
    at('notice').textContent = text;
    at('notice').hidden = !text;
    if (text) this.#log.add('notice', { text });
  }

  named(company) {
    at('company').textContent = company.name;
    document.title = `Call ${company.name}`;
  }

  /** There is nobody to call. */
  close() {
    at('call').disabled = true;
  }
}
