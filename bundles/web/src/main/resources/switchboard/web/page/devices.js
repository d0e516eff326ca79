// What the caller speaks into and hears with: two lists and a volume, remembered for the next visit.

import { devices as words } from './words.js';

const KEY = 'switchboard.sound';

export class Devices {
  #voice;
  #microphones;
  #speakers;
  #volume;
  #chosen = remembered();

  /**
   * @param voice         the audio element that plays the assistant
   * @param onMicrophone  called with a device id when another microphone is chosen
   */
  constructor({ voice, microphones, speakers, speakersRow, volume }, onMicrophone) {
    this.#voice = voice;
    this.#microphones = microphones;
    this.#speakers = speakers;
    this.#volume = volume;
    speakersRow.hidden = !('setSinkId' in HTMLMediaElement.prototype);
    volume.value = String(this.#chosen.volume ?? 100);
    this.#setVolume();
    volume.addEventListener('input', () => this.#remember({ volume: Number(volume.value) }, () => this.#setVolume()));
    speakers.addEventListener('change', () => this.#remember({ speaker: speakers.value }, () => this.#setSpeaker()));
    microphones.addEventListener('change', () => this.#remember({ microphone: microphones.value }, () => onMicrophone(microphones.value)));
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.list());
    this.list();
  }

  /** The microphone chosen here before; empty for the browser's choice. */
  get microphone() {
    return this.#chosen.microphone ?? '';
  }

  /** Shows what there is. Browsers name the devices only once the microphone was allowed. */
  async list() {
    const all = await navigator.mediaDevices?.enumerateDevices?.().catch(() => []) ?? [];
    fill(this.#microphones, all.filter(({ kind }) => kind === 'audioinput'), this.#chosen.microphone);
    fill(this.#speakers, all.filter(({ kind }) => kind === 'audiooutput'), this.#chosen.speaker);
    this.#setSpeaker();
  }

  #setVolume() {
    this.#voice.volume = Number(this.#volume.value) / 100;
    this.#volume.setAttribute('aria-valuetext', `${this.#volume.value} %`);
  }

  #setSpeaker() {
    // A speaker that is gone is no reason to fall silent: the browser goes on with another.
    this.#voice.setSinkId?.(this.#speakers.value).catch(() => {});
  }

  #remember(choice, act) {
    Object.assign(this.#chosen, choice);
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#chosen));
    } catch {
      // Then it holds for this visit.
    }
    act();
  }
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

function fill(select, devices, chosen) {
  const named = devices.filter(({ deviceId, label }) => deviceId && label && deviceId !== 'default');
  select.replaceChildren(new Option(words.standard, ''), ...named.map(({ deviceId, label }) => new Option(label, deviceId)));
  select.disabled = named.length === 0;
  select.value = named.some(({ deviceId }) => deviceId === chosen) ? chosen : '';
}
