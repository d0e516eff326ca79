// How good the line is, from the browser's own statistics (W3C webrtc-stats).

import { quality as words } from './words.js';

/** Beyond these a conversation suffers: round trip [ms], loss [share], jitter buffer [ms]. */
const FAIR = { roundTripMs: 150, lost: 0.01, bufferMs: 120 };
const POOR = { roundTripMs: 400, lost: 0.05, bufferMs: 300 };

/** Turns readings, one after the other, into what was measured between them. */
export class Quality {
  #before;

  /**
   * @param reports the values of an RTCStatsReport
   * @returns {{roundTripMs?, lost?, bufferMs?, verdict: 'good'|'fair'|'poor'|''}} a part that is not known yet is absent
   */
  read(reports) {
    const pair = reports.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded');
    const heard = reports.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio');
    const before = this.#before;
    this.#before = heard;
    const measured = {
      roundTripMs: pair?.currentRoundTripTime === undefined ? undefined : pair.currentRoundTripTime * 1000,
      ...(heard && before?.id === heard.id && between(before, heard)),
    };
    return { ...measured, verdict: verdict(measured) };
  }
}

function between(before, now) {
  const lost = Math.max(0, now.packetsLost - before.packetsLost);
  const received = now.packetsReceived - before.packetsReceived;
  const emitted = now.jitterBufferEmittedCount - before.jitterBufferEmittedCount;
  return {
    lost: lost + received > 0 ? lost / (lost + received) : undefined,
    bufferMs: emitted > 0 ? (now.jitterBufferDelay - before.jitterBufferDelay) / emitted * 1000 : undefined,
  };
}

function verdict(measured) {
  const known = Object.keys(FAIR).filter((part) => measured[part] !== undefined);
  if (!known.length) return '';
  if (known.some((part) => measured[part] > POOR[part])) return 'poor';
  return known.some((part) => measured[part] > FAIR[part]) ? 'fair' : 'good';
}

/** Shows a reading; nothing, between calls. */
export function show({ line, roundTrip, lost, buffer }, reading) {
  line.hidden = !reading?.verdict;
  line.dataset.quality = reading?.verdict ?? '';
  line.textContent = words.verdict[reading?.verdict] ?? '';
  roundTrip.textContent = words.milliseconds(reading?.roundTripMs);
  lost.textContent = words.percent(reading?.lost);
  buffer.textContent = words.milliseconds(reading?.bufferMs);
}
