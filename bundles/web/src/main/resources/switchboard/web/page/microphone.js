// The caller's microphone, or why there is none.

import { microphone as words } from './words.js';

const REASONS = {
  NotAllowedError: words.refused,
  SecurityError: words.refused,
  NotFoundError: words.missing,
  OverconstrainedError: words.missing,
  NotReadableError: words.busy,
  AbortError: words.busy,
};

/**
 * @param deviceId the wanted microphone; another one is taken if that is gone; empty for the browser's choice
 * @returns {Promise<{stream: MediaStream|null, notice: string}>} never rejected; without a stream the notice says why
 */
export async function openMicrophone(deviceId = '') {
  if (!window.isSecureContext) return { stream: null, notice: words.insecure };
  if (!navigator.mediaDevices?.getUserMedia) return { stream: null, notice: words.unsupported };
  try {
    const device = deviceId && { deviceId: { ideal: deviceId } };
    const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...device };
    return { stream: await navigator.mediaDevices.getUserMedia({ audio }), notice: '' };
  } catch (error) {
    return { stream: null, notice: REASONS[error.name] ?? words.failed(error.name) };
  }
}
