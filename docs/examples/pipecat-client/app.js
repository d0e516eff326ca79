// Pipecat's clients as they come from npm; nothing here is special to Switchboard but the company's name in /start.

import { PipecatClient } from '@pipecat-ai/client-js';
import { SmallWebRTCTransport, WavMediaManager } from '@pipecat-ai/small-webrtc-transport';

const at = (id) => document.getElementById(id);
let interim;

// The default media manager fetches a file from a CDN; this one needs nobody but the server.
const transport = new SmallWebRTCTransport({ mediaManager: new WavMediaManager() });
const client = new PipecatClient({
  transport,
  enableMic: true,
  enableCam: false,
  callbacks: {
    onTransportStateChanged: show,
    onTrackStarted: (track, participant) => {
      if (track.kind === 'audio' && !participant?.local) listen(track);
    },
    onTrackStopped: (track, participant) => {
      if (track.kind === 'audio' && !participant?.local) listenAnew(track);
    },
    onUserTranscript: ({ text, final }) => hear(text, final),
    onBotOutput: ({ text, spoken, will_be_spoken: willBeSpoken }) => {
      if (spoken || willBeSpoken === false) say('bot', text);
    },
    onServerMessage: ({ type, turn, total_ms: ms, parts }) => {
      if (type === 'turn-ledger') at('speed').textContent =
        `Turn ${turn}: ${Math.round(ms)} ms (${parts.map((part) => `${part.name} ${Math.round(part.ms)}`).join(', ')})`;
    },
    onMessageError: ({ data }) => problem(data?.error ?? 'the server did not understand a message'),
    onError: ({ data }) => problem(data?.message ?? data?.error ?? 'the call failed'),
  },
});

function listen(track) {
  at('voice').srcObject = new MediaStream([track]);
}

/**
 * After a reconnect the transport (1.10.8) keeps the new track where the old one was, and forgets it when the old one ends.
 * If that is before the first packet, it never tells of the new track: so it is looked for where it is received.
 */
function listenAnew(stopped) {
  const next = transport.pc?.getReceivers().map(({ track }) => track)
    .find((track) => track.kind === 'audio' && track.readyState === 'live' && track !== stopped);
  if (next && at('voice').srcObject?.getTracks()[0] !== next) listen(next);
}

function show(state) {
  at('state').textContent = state;
  const open = state === 'ready';
  at('call').textContent = ['disconnected', 'initialized', 'error'].includes(state) ? 'Call' : 'Hang up';
  at('mute').disabled = at('words').disabled = at('send').disabled = !open;
}

function say(who, text) {
  const line = document.createElement('li');
  line.className = who;
  line.textContent = text;
  at('talk').append(line);
  return line;
}

/** Interim words are replaced by later ones; the final ones stay. */
function hear(text, final) {
  interim ??= say('you', text);
  interim.textContent = text;
  interim.classList.toggle('interim', !final);
  if (final) interim = undefined;
}

const problem = (text) => { at('problem').textContent = text; };

at('place').addEventListener('submit', async (event) => {
  event.preventDefault();
  if (at('call').textContent === 'Hang up') return void client.disconnect();
  problem('');
  at('talk').replaceChildren();
  try {
    await client.startBotAndConnect({
      endpoint: `${at('server').value.replace(/\/$/, '')}/start`,
      requestData: { transport: 'webrtc', body: { company: at('company').value } },
    });
  } catch (error) {
    problem(error.message ?? String(error));
  }
});

at('mute').addEventListener('click', () => {
  client.enableMic(!client.isMicEnabled);
  at('mute').setAttribute('aria-pressed', String(!client.isMicEnabled));
});

at('type').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = at('words').value.trim();
  if (!text) return;
  client.sendText(text);
  say('you', text);
  at('words').value = '';
});

addEventListener('pagehide', () => client.disconnect());
window.client = client; // for the console
