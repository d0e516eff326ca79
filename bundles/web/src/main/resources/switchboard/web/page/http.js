// JSON over HTTP, with patience: a server that says "503, Retry-After" is asked again.

const PATIENCE_MS = 60_000;
// A 5xx without the switchboard's words is the container's own: for a moment, while one servlet gives way to another.
const HICCUPS = 2;
const HICCUP_MS = 1_000;

/** The server said no; final. */
export class Refusal extends Error {
  kind = 'refused';

  constructor(status, detail) {
    super(detail || `status ${status}`);
    this.status = status;
    this.detail = detail;
  }
}

/** No answer came. */
export class NoAnswer extends Error {
  /** @param {'unreachable'|'slow'} kind */
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * Sends a request until it is answered with something else than "503, Retry-After", at most for a minute.
 * @param options.body      sent as JSON
 * @param options.timeoutMs how long one answer may take; as long as there is patience if not given
 * @param options.signal    gives up at once when aborted; the promise is then rejected with an AbortError
 * @param options.onWaiting called with the server's words before each wait
 * @returns the JSON of the answer
 * @throws {Refusal|NoAnswer}
 */
export async function ask(method, url, { body, timeoutMs = PATIENCE_MS, signal, onWaiting = () => {} } = {}) {
  const deadline = Date.now() + PATIENCE_MS;
  for (let hiccups = 0; ;) {
    const response = await once(method, url, body, signal, Math.min(timeoutMs, deadline - Date.now()));
    if (response.ok) return response.json();
    const detail = await detailOf(response);
    const isHiccup = response.status >= 500 && !detail && hiccups++ < HICCUPS;
    const pauseMs = retryAfterMs(response) ?? (isHiccup ? HICCUP_MS : Infinity);
    if (Date.now() + pauseMs >= deadline) throw new Refusal(response.status, detail);
    if (detail) onWaiting(detail);
    await pause(pauseMs, signal);
  }
}

/** Nothing unless the answer is a 503 that says so in seconds; never so short that it would be a storm. */
function retryAfterMs(response) {
  const seconds = response.headers.get('Retry-After');
  return response.status === 503 && /^\d+$/.test(seconds ?? '') ? Math.max(1000 * seconds, 250) : undefined;
}

async function once(method, url, body, signal, timeoutMs) {
  const limit = new AbortController();
  const giveUp = () => limit.abort();
  signal?.throwIfAborted();
  signal?.addEventListener('abort', giveUp);
  const timer = setTimeout(giveUp, Math.max(timeoutMs, 1000));
  try {
    return await fetch(url, {
      method,
      headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
      body: body && JSON.stringify(body),
      signal: limit.signal,
      cache: 'no-store',
    });
  } catch {
    signal?.throwIfAborted();
    throw new NoAnswer(limit.signal.aborted ? 'slow' : 'unreachable');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

async function detailOf(response) {
  try {
    const json = await response.json();
    return typeof json.detail === 'string' ? json.detail : '';
  } catch {
    return '';
  }
}

/** Rejected with an AbortError when the signal is aborted. */
export function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
