// One call: from the first request to hang-up, across as many links as it takes.

import { NoAnswer, Refusal, ask, pause } from './http.js';
import { Link } from './link.js';
import { Pulse } from './pulse.js';
import * as rtvi from './rtvi.js';

const ATTEMPTS = 3;
const OFFER_MS = 15_000;
const OPEN_MS = 15_000;
const READY_MS = 15_000;
const PING_MS = 1_000;
const FAREWELL_MS = 300;
// A server that was killed is started again meanwhile.
const UNREACHABLE_MS = 90_000;

/** Why a call could not begin or go on. Kinds: no-media, no-bot, lost, fatal. */
export class CallFailure extends Error {
  constructor(kind, message = kind) {
    super(message);
    this.kind = kind;
  }
}

/**
 * Calls the listener with
 *   waiting(detail)                 the server is not ready and says why
 *   connected(again, anew)          the assistant is there; again: after the line was lost; anew: the server was started again and
 *                                   knew the call no more, so this is another one
 *   reconnecting(attempt, attempts, wasConnected)  the line was lost; or, if it was not connected yet, does not open
 *   sounds(stream)                  the assistant's audio, once for each link
 *   message({type, data})           from the assistant
 *   ended({error} | {peerLeft})     it was not hung up here; nothing follows
 *   log(type, values)               for the log
 */
export class Call {
  #company;
  #microphone;
  #listener;
  #stop = new AbortController();
  #url;
  #peerId = null;
  #link;
  #muted = false;
  #pinging;
  #pulse;
  #readyLimit;
  #recovering = false;
  #connected = false;
  #anew = false;

  constructor(company, microphone, listener) {
    this.#company = company;
    this.#microphone = microphone;
    this.#listener = listener;
  }

  async place() {
    try {
      await this.#start();
    } catch (error) {
      if (error instanceof CallFailure && this.#peerId) await this.#recover(error.message);
      else this.#end({ error });
    }
  }

  /** @returns whether it was sent */
  type(text) {
    return this.#link?.send(rtvi.sendText(text)) ?? false;
  }

  /**
   * The caller makes a sound; it is sent, but takes its time.
   * @param unheardMs how much of the assistant's voice will be left out if it pauses
   */
  soundBegan(unheardMs) {
    if (!this.#muted) this.#link?.send(rtvi.soundBegan(unheardMs));
  }

  mute(muted) {
    this.#muted = muted;
    this.#microphone?.getAudioTracks().forEach((track) => { track.enabled = !muted; });
    this.#link?.send(rtvi.trackStatus(this.#sendsAudio()));
  }

  /** Another microphone, or the first one; it is muted if the one before was. */
  async useMicrophone(stream) {
    const before = this.#microphone;
    this.#microphone = stream;
    this.mute(this.#muted);
    await this.#link?.useMicrophone(stream);
    before?.getTracks().forEach((track) => track.stop());
  }

  /** Nothing is told to the listener any more. */
  hangUp() {
    if (this.#stop.signal.aborted) return;
    const link = this.#link;
    const told = link?.send(rtvi.disconnectBot());
    this.#link = undefined;
    this.#release();
    // The channel needs a moment to carry the farewell; the microphone is closed already.
    if (told) setTimeout(() => link.close(), FAREWELL_MS);
    else link?.close();
  }

  async stats() {
    return this.#link ? [...(await this.#link.stats()).values()] : [];
  }

  async #start() {
    const session = await this.#ask('POST', '/start', { transport: 'webrtc', body: { company: this.#company } });
    this.#url = `/sessions/${encodeURIComponent(session.sessionId)}/api/offer`;
    await this.#connect(false);
  }

  async #connect(restart) {
    this.#link?.close();
    let open;
    let wasOpen = false;
    const opened = new Promise((resolve) => { open = resolve; });
    const link = new Link(this.#microphone, {
      opened: () => { wasOpen = true; this.#greet(link); open(true); },
      received: (text) => this.#received(rtvi.read(text)),
      sounds: (stream) => this.#listener.sounds(stream),
      lost: (reason) => { open(false); this.#lost(reason, wasOpen); },
      changed: (what) => this.#listener.log('link', what),
    });
    this.#link = link;
    const sdp = await link.offer();
    const answer = await this.#ask('POST', this.#url, { sdp, type: 'offer', pc_id: this.#peerId, restart_pc: restart }, OFFER_MS);
    this.#peerId = answer.pc_id;
    this.#listener.log('answer', { pc_id: answer.pc_id, restart });
    await link.accept(answer.sdp, (candidates) => this.#trickle(answer.pc_id, candidates));
    const limit = pause(OPEN_MS, this.#stop.signal).then(() => false);
    if (!await Promise.race([opened, limit])) throw new CallFailure('no-media');
  }

  #greet(link) {
    link.send(rtvi.trackStatus(this.#sendsAudio()));
    link.send(rtvi.clientReady());
    clearInterval(this.#pinging);
    link.send(rtvi.ping());
    this.#pinging = setInterval(() => link.send(rtvi.ping()), PING_MS);
    this.#pulse?.stop();
    this.#pulse = new Pulse(() => link.stats(), () => this.#lost('nothing arrives any more', true));
    this.#listener.log('channel', { state: 'open' });
    if (this.#connected) this.#listener.connected(true);
    else this.#readyLimit ??= setTimeout(() => this.#end({ error: new CallFailure('no-bot') }), READY_MS);
  }

  #received({ type, data }) {
    if (this.#stop.signal.aborted) return;
    this.#listener.log(type, data);
    if (type === 'bot-ready' && !this.#connected) {
      this.#connected = true;
      clearTimeout(this.#readyLimit);
      this.#listener.connected(false, this.#anew);
    }
    this.#listener.message({ type, data });
    if (type === 'signalling:peerLeft') this.#end({ peerLeft: true });
    if (type === 'error' && data.fatal) this.#end({ error: new CallFailure('fatal', String(data.error)) });
  }

  #lost(reason, wasOpen) {
    this.#listener.log('lost', { reason });
    // A line that never opened is taken care of by the one who waits for it.
    if (wasOpen) this.#recover(reason);
  }

  async #recover(reason) {
    if (this.#recovering || this.#stop.signal.aborted) return;
    this.#recovering = true;
    clearInterval(this.#pinging);
    this.#pulse?.stop();
    const patience = Date.now() + UNREACHABLE_MS;
    let last = new CallFailure('lost', reason);
    for (let attempt = 1; attempt <= ATTEMPTS;) {
      this.#listener.reconnecting(attempt, ATTEMPTS, this.#wasConnected());
      try {
        await (this.#peerId ? this.#connect(true) : this.#start());
        this.#recovering = false;
        return;
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        this.#listener.log('attempt-failed', { attempt, kind: error.kind, message: error.message });
        last = error;
        if (isNobodyThere(error) && Date.now() < patience) {
          await pause(1000, this.#stop.signal).catch(() => {});
          continue;
        }
        if (this.#peerId && error instanceof Refusal && error.status === 404) {
          this.#forget();
          continue;
        }
        if (error instanceof Refusal && error.status < 500) break;
        attempt++;
        await pause(1000, this.#stop.signal).catch(() => {});
      }
    }
    const known = last instanceof Refusal || last instanceof NoAnswer;
    this.#end({ error: known ? last : new CallFailure(this.#wasConnected() ? 'lost' : 'no-media') });
  }

  #wasConnected() {
    return this.#connected || this.#anew;
  }

  /** The server was started again: it knows nothing of the call. */
  #forget() {
    this.#peerId = null;
    this.#connected = false;
    this.#readyLimit = undefined;
    this.#anew = true;
  }

  #trickle(peerId, candidates) {
    // A batch that is lost may cost nothing: the server sees the address as soon as a check arrives.
    ask('PATCH', this.#url, { body: { pc_id: peerId, candidates }, signal: this.#stop.signal })
      .catch((error) => this.#listener.log('candidates-lost', { message: error.message }));
  }

  #ask(method, url, body, timeoutMs) {
    return ask(method, url, { body, timeoutMs, signal: this.#stop.signal, onWaiting: (detail) => this.#listener.waiting(detail) });
  }

  #sendsAudio() {
    return this.#microphone !== null && !this.#muted;
  }

  #end(how) {
    if (this.#stop.signal.aborted) return;
    this.#release();
    this.#link?.close();
    this.#link = undefined;
    this.#listener.ended(how);
  }

  #release() {
    this.#stop.abort();
    clearInterval(this.#pinging);
    this.#pulse?.stop();
    clearTimeout(this.#readyLimit);
    this.#microphone?.getTracks().forEach((track) => track.stop());
  }
}

/** Whether the server is away, or so early in its start that not even the doorman is at his door: 404 without words, or 405. */
function isNobodyThere(error) {
  if (error instanceof NoAnswer) return true;
  return error instanceof Refusal && (error.status === 405 || (error.status === 404 && !error.detail));
}
