// The page's wiring: buttons in, a call's events out.

import { Call } from './call.js';
import { Clock } from './clock.js';
import { Devices } from './devices.js';
import { Face, at } from './face.js';
import { Front } from './front.js';
import { Ledger } from './ledger.js';
import { Meter } from './levels.js';
import { EventLog } from './log.js';
import { openMicrophone } from './microphone.js';
import { Onset } from './onset.js';
import * as quality from './quality.js';
import { Hush, playAloud } from './sound.js';
import { Transcript } from './transcript.js';
import * as words from './words.js';

const AUDIBLE_RMS = 0.01;
const QUALITY_MS = 1_000;

const voice = at('voice');
const log = new EventLog(at('events'));
const face = new Face(log);
const front = new Front(face);
const transcript = new Transcript(at('transcript'));
const ledger = new Ledger(at('turns'), at('legend'));
const clock = new Clock(at('clock'));
const devices = new Devices({
  voice, microphones: at('microphones'), speakers: at('speakers'), speakersRow: at('speakers-row'), volume: at('volume'),
}, changeMicrophone);
const hush = new Hush(voice);
const line = { line: at('line'), roundTrip: at('round-trip'), lost: at('lost'), buffer: at('buffer') };

let call;
let microphone = null;
let muted = false;
let clickedAt = 0;
let measuring;
let audio;
let meters;
let onset;

const shared = { log: log.entries, firstAudioMs: null, turns: [], quality: [], stats: async () => (call ? call.stats() : []) };
window.switchboard = shared;

const state = (name, text, notice) => face.show(name, text, { notice, microphone: microphone !== null });

/** A call that is hung up before it is placed finds that it is not the current one any more. */
async function begin() {
  const mine = { hangUp() {}, stats: async () => [] };
  call = mine;
  clickedAt = performance.now();
  reset();
  state('connecting', words.status.microphone);
  const opening = openMicrophone(devices.microphone);
  try {
    const [{ stream, notice }, company] = await Promise.all([opening, front.company()]);
    if (call !== mine) return void release(stream);
    shared.company = company;
    useMicrophone(stream);
    devices.list();
    call = new Call(company.id, stream, listener);
    state('connecting', words.status.connecting, notice);
    call.place();
  } catch (error) {
    opening.then(({ stream }) => release(stream));
    if (call === mine) finish('failed', words.failure(error));
  }
}

const release = (stream) => stream?.getTracks().forEach((track) => track.stop());

function reset() {
  shared.firstAudioMs = null;
  shared.turns.length = 0;
  shared.quality.length = 0;
  transcript.clear();
  ledger.clear();
  face.notify('');
  microphone = null;
  mute(false);
  at('first-audio').textContent = '–';
  clock.reset();
  audio ??= new AudioContext();
  audio.resume();
  meters ??= {
    caller: new Meter(audio, [at('level-caller'), at('halo-caller')]),
    bot: new Meter(audio, [at('level-bot'), at('halo-bot')], hearBot),
  };
  onset ??= new Onset(audio, tellOfSound);
  log.add('call', { path: location.pathname });
}

function useMicrophone(stream) {
  microphone = stream;
  if (!stream) return;
  meters.caller.watch(stream);
  onset.watch(stream);
  stream.getAudioTracks()[0].onended = () => {
    face.notify(words.microphone.lost);
    microphone = null;
    mute(true);
    at('mute').disabled = true;
  };
}

/** Another microphone was chosen; a call that goes on takes it at once. */
async function changeMicrophone(id) {
  const mine = call;
  if (!(mine instanceof Call)) return;
  const { stream, notice } = await openMicrophone(id);
  if (!stream) return void face.notify(notice);
  if (call !== mine) return void release(stream);
  await mine.useMicrophone(stream);
  useMicrophone(stream);
  at('mute').disabled = false;
  face.notify('');
  log.add('microphone', { label: stream.getAudioTracks()[0].label });
}

async function measureLine(meter) {
  const reading = meter.read(await shared.stats());
  if (face.state !== 'connected') return;
  quality.show(line, reading);
  shared.quality.push({ at: Math.round(performance.now()), ...reading });
}

function hearBot(rms) {
  if (shared.firstAudioMs !== null || rms <= AUDIBLE_RMS) return;
  shared.firstAudioMs = Math.round(performance.now() - clickedAt);
  at('first-audio').textContent = words.milliseconds(shared.firstAudioMs);
  log.add('first-audio', { ms: shared.firstAudioMs });
}

const listener = {
  waiting: (detail) => {
    face.say(words.status.waiting(detail));
    log.add('waiting', { detail });
  },
  connected: (again, anew) => {
    if (!again) {
      clock.start();
      const meter = new quality.Quality();
      measuring = setInterval(() => measureLine(meter), QUALITY_MS);
    }
    const back = anew ? words.status.restarted : words.status.reconnected;
    state('connected', again || anew ? back : fresh());
    face.phase(muted ? words.phase.muted : words.phase.listening);
  },
  reconnecting: (attempt, attempts, wasConnected) => {
    state('connecting', words.status[wasConnected ? 'reconnecting' : 'opening'](attempt, attempts));
    face.phase('');
    quality.show(line);
  },
  sounds: play,
  message: receive,
  ended: ({ error }) => (error ? finish('failed', words.failure(error)) : finish('ended', words.status.peerLeft)),
  log: (type, values) => log.add(type, values),
};

function tellOfSound() {
  if (!(call instanceof Call)) return;
  call.soundBegan(document.hidden ? 0 : shared.quality.at(-1)?.bufferMs ?? 0);
  log.add('sound-began', {});
}

function play(stream) {
  meters.bot.watch(stream);
  playAloud(voice, stream, {
    blocked: () => face.notify(words.noSound),
    unblocked: () => {
      face.notify('');
      audio.resume();
    },
  });
}

function receive(message) {
  const { type, data } = message;
  transcript.take(message);
  onset.take(message);
  hush.take(message);
  switch (type) {
    case 'user-started-speaking': return face.phase(words.phase.hearing);
    case 'user-stopped-speaking': return face.phase(words.phase.thinking);
    case 'bot-started-speaking': return face.phase(words.phase.speaking);
    case 'bot-stopped-speaking': return face.phase(muted ? words.phase.muted : words.phase.listening);
    case 'server-message': return measure(data);
    case 'error':
    case 'error-response': return data.fatal ? undefined : face.notify(words.reported(String(data.error ?? 'no reason given')));
    default: return undefined;
  }
}

function measure(data) {
  if (data.type !== 'turn-ledger' || !Array.isArray(data.parts)) return;
  const { type, ...turn } = data;
  shared.turns.push(turn);
  ledger.add(turn);
}

function mute(on) {
  muted = on;
  at('mute').setAttribute('aria-pressed', String(on));
  if (call instanceof Call) call.mute(on);
  if (face.state !== 'connected') return;
  face.say(on && microphone ? words.status.muted : fresh());
  face.phase(on ? words.phase.muted : words.phase.listening);
}

/** What a caller does now. */
function fresh() {
  return microphone ? words.status.connected : words.status.connectedTyping;
}

function finish(name, text) {
  call = undefined;
  meters.caller.stop();
  onset.stop();
  meters.bot.stop();
  voice.srcObject = null;
  hush.lift();
  transcript.end();
  clock.stop();
  clearInterval(measuring);
  quality.show(line);
  state(name, text);
}

function hangUp() {
  call.hangUp();
  finish('ended', words.status.ended);
}

at('call').addEventListener('click', () => (call ? hangUp() : begin()));

at('mute').addEventListener('click', () => {
  mute(!muted);
  log.add('mute', { muted });
});

at('type').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = at('words').value.trim();
  if (!text || !(call instanceof Call)) return;
  if (!call.type(text)) return void face.notify(words.tooLong);
  transcript.type(text);
  log.add('typed', { text });
  at('words').value = '';
});

at('download').addEventListener('click', () => log.download({
  company: shared.company, browser: navigator.userAgent,
  call: { firstAudioMs: shared.firstAudioMs, turns: shared.turns, transcript: transcript.entries, quality: shared.quality },
}));

addEventListener('pagehide', () => call && hangUp());

front.greet();
