// Every text the caller may meet that is not in index.html. Nothing here touches the page or the network.

export const status = {
  choosing: 'Whom would you like to call?',
  choosingAnother: (failed) => `${failed} Whom would you like to call instead?`,
  loading: 'One moment…',
  idle: 'Press Call and speak.',
  microphone: 'Please allow the microphone…',
  connecting: 'Connecting…',
  // Who stays on the line need not call again, which is what the server says to those who do not.
  waiting: (detail) => `${sentence(detail.replace(/, please call again in a moment$/, ''))} Stay on the line: the call begins by itself.`,
  connected: 'Connected. Just speak.',
  connectedTyping: 'Connected. Type instead of speaking; you will hear the answer.',
  muted: 'You are muted: the assistant does not hear you.',
  ended: 'You have hung up.',
  peerLeft: 'The assistant has ended the call.',
  opening: (attempt, attempts) => `The line does not open. Trying again, attempt ${attempt} of ${attempts}…`,
  reconnecting: (attempt, attempts) => `The connection was lost. Reconnecting, attempt ${attempt} of ${attempts}…`,
  reconnected: 'Connected again. Just go on.',
  restarted: 'The server was started again, and so is your call. What was confirmed before is kept.',
};

export const phase = {
  listening: 'Listening',
  hearing: 'You are speaking',
  thinking: 'Thinking',
  speaking: 'Assistant is speaking',
  muted: 'Muted',
};

/** Why the microphone is not there. Typing goes on in each case. */
export const microphone = {
  insecure: 'This page was not opened over HTTPS, so the browser gives it no microphone. Open it over HTTPS to speak; you can still type, and hear the answer.',
  unsupported: 'This browser gives pages no microphone. You can still type, and hear the answer.',
  refused: 'The microphone was not allowed. Allow it in the address bar and call again, or type instead.',
  missing: 'No microphone was found. Connect one and call again, or type instead.',
  busy: 'The microphone is used by another program. Close that and call again, or type instead.',
  lost: 'The microphone was disconnected. You can still type. To speak, choose another under “Microphone and sound”, or connect it and call again.',
  failed: (name) => `The microphone did not open (${name}). You can still type, and hear the answer.`,
};

export const noCalls = 'This browser cannot place calls: it has no WebRTC. Please use a current Firefox, Chrome, Edge or Safari.';
export const noSound = 'The browser holds back the sound. Press any key or touch the page to hear the assistant.';
export const tooLong = 'That message is too long to be sent.';

/** What the assistant's side reported while the call went on. */
export const reported = (text) => `The assistant reported a problem: ${text}`;

/** A failed call, in words. The kinds are those of CallFailure in call.js and Refusal in http.js. */
export function failure(error) {
  switch (error.kind) {
    case 'refused': return refusal(error);
    case 'unreachable': return 'The server does not answer. Check your connection, then call again.';
    case 'slow': return 'The server took too long to answer. Please call again.';
    case 'no-media': return 'The line could not be opened: the network between you and the server lets no call through. Try another network, or turn off a VPN.';
    case 'no-bot': return 'The line is open, but the assistant did not pick up. Please call again.';
    case 'lost': return 'The connection was lost and could not be restored. Please call again.';
    case 'fatal': return `The assistant had to end the call. ${sentence(error.message)}`;
    default: return `Something went wrong: ${error.message || error}. Please call again.`;
  }
}

/** The server's words, as a person would write them. */
const sentence = (text) => text && `${text[0].toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`;

function refusal({ status, detail: said }) {
  const detail = sentence(said);
  if (status === 404) return detail || 'Nobody answers here. Please check the address.';
  if (status === 503) return detail || 'The server is busy. Please try again in a moment.';
  if (status === 429) return detail || 'All lines are busy. Please try again in a moment.';
  if (status === 401 || status === 403) return detail || 'You may not call here.';
  return `The server refused the call: ${detail || `status ${status}`}`;
}

export const devices = {
  standard: 'As the browser chooses',
};

/** What was measured on the line. */
export const quality = {
  verdict: { good: 'Good line', fair: 'Fair line', poor: 'Poor line' },
  milliseconds: (ms) => (ms === undefined ? '–' : milliseconds(ms)),
  percent: (share) => (share === undefined ? '–' : `${(share * 100).toFixed(1)} %`),
};

const parts = {
  endpointing: 'noticing you had finished',
  stt: 'recognising your words',
  llm: 'first word of the answer',
  clause: 'first clause',
  tts: 'voice',
  playout: 'on its way to you',
};

/** What a part of a turn's time is, for people. */
export const part = (name) => parts[name] ?? name;

/** Who took the time: a bundle and its version, without what is the same for all of them. */
export const owner = (name = '') => name.replace(/^switchboard\./, '').replace(/\.SNAPSHOT$/, '').replace('@', ' ');

export const milliseconds = (ms) => `${Math.round(ms).toLocaleString('en')} ms`;
