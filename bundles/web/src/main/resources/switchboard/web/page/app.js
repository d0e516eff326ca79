// The page's wiring: buttons in, a call's events out. State is shown in document.body.dataset.state:
// idle, connecting, connected, ended or failed.

import { Call } from './call.js';
import { Clock } from './clock.js';
import { Devices } from './devices.js';
import * as directory from './directory.js';
import { Refusal } from './http.js';
import { Ledger } from './ledger.js';
import { Meter } from './levels.js';
import { EventLog } from './log.js';
import { openMicrophone } from './microphone.js';
import * as quality from './quality.js';
import { playAloud } from './sound.js';
import { Transcript } from './transcript.js';
import * as words from './words.js';

const AUDIBLE_RMS = 0.01;
const QUALITY_MS = 1_000;

const at = (id) => document.getElementById(id);
const body = document.body;
const voice = at('voice');
const log = new EventLog(at('events'));
const transcript = new Transcript(at('transcript'));
const ledger = new Ledger(at('turns'), at('legend'));
const clock = new Clock(at('clock'));
const devices = new Devices({
  voice, microphones: at('microphones'), speakers: at('speakers'), speakersRow: at('speakers-row'), volume: at('volume'),
}, changeMicrophone);
const line = { line: at('line'), roundTrip: at('round-trip'), lost: at('lost'), buffer: at('buffer') };

let company;
let call;
let microphone = null;
let muted = false;
let clickedAt = 0;
let measuring;
let audio;
let meters;

const shared = { log: log.entries, firstAudioMs: null, turns: [], quality: [], stats: async () => (call ? call.stats() : []) };
window.switchboard = shared;

function state(name, text, notice = '') {
  body.dataset.state = name;
  const calling = name === 'connecting' || name === 'connected';
  at('status').textContent = text;
  at('call-label').textContent = calling ? 'Hang up' : 'Call';
  at('mute').disabled = !calling || !microphone;
  at('words').disabled = at('send').disabled = name !== 'connected';
  if (!calling) phase('');
  if (notice) notify(notice);
  log.add('state', { state: name, text });
}

const phase = (text) => { at('phase').textContent = text || '\u00a0'; };

function notify(text) {
  at('notice').textContent = text;
  at('notice').hidden = !text;
  if (text) log.add('notice', { text });
}

/** Asks who answers here; asked again only after it failed. */
function whoAnswers() {
  company ??= (async () => {
    const answer = await directory.company(location.pathname, (detail) => { at('status').textContent = detail; });
    shared.company = answer;
    at('company').textContent = answer.name;
    document.title = `Call ${answer.name}`;
    log.add('company', answer);
    return answer;
  })().catch((error) => {
    company = undefined;
    throw error;
  });
  return company;
}

/** With several companies the start page asks which one. */
async function chooses() {
  const all = await directory.companies((detail) => { at('status').textContent = detail; });
  if (all.length < 2) return false;
  directory.offer(at('directory'), all);
  body.dataset.state = 'choosing';
  at('status').textContent = words.status.choosing;
  return true;
}

async function greetCaller() {
  if (!window.RTCPeerConnection) {
    at('call').disabled = true;
    state('failed', words.noCalls);
    return;
  }
  try {
    if (location.pathname === '/' && await chooses()) return;
    await whoAnswers();
    if (body.dataset.state === 'idle') state('idle', words.status.idle);
  } catch (error) {
    if (body.dataset.state !== 'idle') return;
    at('call').disabled = error instanceof Refusal && error.status === 404;
    state('failed', words.failure(error));
  }
}

/** A call that is hung up before it is placed finds that it is not the current one any more. */
async function begin() {
  const mine = { hangUp() {}, stats: async () => [] };
  call = mine;
  clickedAt = performance.now();
  reset();
  state('connecting', words.status.microphone);
  const opening = openMicrophone(devices.microphone);
  try {
    const [{ stream, notice }, { id }] = await Promise.all([opening, whoAnswers()]);
    if (call !== mine) return void release(stream);
    useMicrophone(stream);
    devices.list();
    call = new Call(id, stream, listener);
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
  notify('');
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
  log.add('call', { path: location.pathname });
}

function useMicrophone(stream) {
  microphone = stream;
  if (!stream) return;
  meters.caller.watch(stream);
  stream.getAudioTracks()[0].onended = () => {
    notify(words.microphone.lost);
    mute(true);
    at('mute').disabled = true;
  };
}

/** Another microphone was chosen; a call that goes on takes it at once. */
async function changeMicrophone(id) {
  const mine = call;
  if (!(mine instanceof Call)) return;
  const { stream, notice } = await openMicrophone(id);
  if (!stream) return void notify(notice);
  if (call !== mine) return void release(stream);
  await mine.useMicrophone(stream);
  useMicrophone(stream);
  at('mute').disabled = false;
  notify('');
  log.add('microphone', { label: stream.getAudioTracks()[0].label });
}

async function measureLine(meter) {
  const reading = meter.read(await shared.stats());
  if (body.dataset.state !== 'connected') return;
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
    at('status').textContent = detail;
    log.add('waiting', { detail });
  },
  connected: (again, anew) => {
    if (!again) {
      clock.start();
      const meter = new quality.Quality();
      measuring = setInterval(() => measureLine(meter), QUALITY_MS);
    }
    const fresh = microphone ? words.status.connected : words.status.connectedTyping;
    const back = anew ? words.status.restarted : words.status.reconnected;
    state('connected', again || anew ? back : fresh);
    phase(words.phase.listening);
  },
  reconnecting: (attempt, attempts) => state('connecting', words.status.reconnecting(attempt, attempts)),
  sounds: play,
  message: receive,
  ended: ({ error }) => (error ? finish('failed', words.failure(error)) : finish('ended', words.status.peerLeft)),
  log: (type, values) => log.add(type, values),
};

function play(stream) {
  meters.bot.watch(stream);
  playAloud(voice, stream, {
    blocked: () => notify(words.noSound),
    unblocked: () => {
      notify('');
      audio.resume();
    },
  });
}

function receive(message) {
  const { type, data } = message;
  transcript.take(message);
  switch (type) {
    case 'user-started-speaking': return phase(words.phase.hearing);
    case 'user-stopped-speaking': return phase(words.phase.thinking);
    case 'bot-started-speaking': return phase(words.phase.speaking);
    case 'bot-stopped-speaking': return phase(muted ? words.phase.muted : words.phase.listening);
    case 'server-message': return measure(data);
    case 'error':
    case 'error-response': return notify(words.reported(String(data.error ?? 'no reason given')));
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
  if (body.dataset.state === 'connected') phase(on ? words.phase.muted : words.phase.listening);
}

function finish(name, text) {
  call = undefined;
  meters.caller.stop();
  meters.bot.stop();
  voice.srcObject = null;
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
  if (!call.type(text)) return void notify(words.tooLong);
  transcript.type(text);
  log.add('typed', { text });
  at('words').value = '';
});

at('download').addEventListener('click', () => log.download({
  company: shared.company, browser: navigator.userAgent,
  call: { firstAudioMs: shared.firstAudioMs, turns: shared.turns, transcript: transcript.entries, quality: shared.quality },
}));

addEventListener('pagehide', () => call && hangUp());

greetCaller();
