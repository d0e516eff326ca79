// Notices that nothing arrives any more. A server that was killed says no goodbye, and the browser's own judgement (ICE) takes
// ten seconds; the assistant's line carries sound all the time, silence too.

const LOOK_MS = 1_000;
const EMPTY_LOOKS = 3;

export class Pulse {
  #timer;
  #received = 0;
  #empty = 0;

  /**
   * @param stats  promises an RTCStatsReport
   * @param silent called once, when nothing has arrived for a while; not before the first packet has
   */
  constructor(stats, silent) {
    this.#timer = setInterval(async () => {
      const received = packets(await stats());
      this.#empty = received > this.#received ? 0 : this.#empty + 1;
      this.#received = received;
      if (received > 0 && this.#empty >= EMPTY_LOOKS && this.#timer) {
        this.stop();
        silent();
      }
    }, LOOK_MS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

function packets(report) {
  let sum = 0;
  for (const { type, packetsReceived } of report.values()) {
    if (type === 'inbound-rtp') sum += packetsReceived ?? 0;
  }
  return sum;
}
