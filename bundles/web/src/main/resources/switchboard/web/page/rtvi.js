// The three kinds of text frames on the data channel "chat": keep-alive, signalling and RTVI 2 messages.

const LABEL = 'rtvi-ai';
const VERSION = '2.1.0';

const id = () => Math.floor(Math.random() * 0x100000000).toString(16).padStart(8, '0');

const message = (type, data) => JSON.stringify({ label: LABEL, type, id: id(), data });

export const ping = () => `ping: ${Date.now()}`;

/** The only track we have is audio, index 0. */
export const trackStatus = (enabled) =>
  JSON.stringify({ type: 'signalling', message: { type: 'trackStatus', receiver_index: 0, enabled } });

export const clientReady = () => message('client-ready', { version: VERSION, about: { library: 'switchboard-page' } });

export const disconnectBot = () => message('disconnect-bot', {});

export const sendText = (content) =>
  message('send-text', { content, options: { run_immediately: true, audio_response: true } });

/** Our own: the microphone has noticed a sound; if the assistant pauses, so much of its voice is not played. */
export const soundBegan = (unheardMs) => message('client-message', { t: 'sound-began', d: { unheard_ms: unheardMs } });

/**
 * Reads a frame.
 * @returns {{type: string, data: object}} a signalling message has type "signalling:<its type>"; what is not understood
 *          has type "unknown", and is for the log only
 */
export function read(frame) {
  let json;
  try {
    json = JSON.parse(frame);
  } catch {
    return { type: 'unknown', data: { frame: String(frame).slice(0, 200) } };
  }
  if (json?.type === 'signalling') return { type: `signalling:${json.message?.type}`, data: json.message ?? {} };
  if (json?.label === LABEL && typeof json.type === 'string') return { type: json.type, data: json.data ?? {} };
  return { type: 'unknown', data: { frame: String(frame).slice(0, 200) } };
}
