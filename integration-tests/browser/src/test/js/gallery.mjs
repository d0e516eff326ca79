// Looks at the caller's page in one state after the other: what it says, whether everybody can use it, and what it looks like.

import { join } from 'node:path';
import axe from 'axe-core';
import { wiretap } from './studio.mjs';

const PATIENCE_MS = 30_000;
const NARROWEST = { width: 320, height: 568 };

export const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 860 } };

/**
 * A tab whose lines are tapped and whose microphone does as it is told.
 * @param problems gets what goes wrong in the page's own code
 * @param record   gives the page another microphone, if there shall be one
 */
export async function open(browser, viewport, problems, record = async () => {}) {
  const page = await browser.newPage({ viewport, reducedMotion: 'no-preference', colorScheme: 'light' });
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.addInitScript(wiretap);
  await record(page);
  await page.addInitScript(microphoneThat);
  return page;
}

/** What the page says in this state, for whom it is hard to use (axe: WCAG 2.2 AA), and its picture. */
export async function inspect(page, folder, name) {
  // Colours on their way from one state to the next are no finding.
  await page.evaluate(() => Promise.all(document.getAnimations().filter((animation) => animation instanceof CSSTransition).map((animation) => animation.finished.catch(() => {}))));
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  const cut = await cutOff(page);
  await page.evaluate(axe.source);
  return page.evaluate(async (narrow) => {
    const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return {
      status: document.querySelector('#status').textContent,
      notice: document.querySelector('#notice').textContent,
      violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      overflows: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      cut: narrow,
    };
  }, cut);
}

/** What cannot be seen whole on the narrowest screen, or by whoever has enlarged all four times (WCAG 2.2, 1.4.10). */
async function cutOff(page) {
  const usual = page.viewportSize();
  await page.setViewportSize(NARROWEST);
  const cut = await page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .log ol, svg'))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const hides = getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      return width > 0 && (left < -1 || right > window.innerWidth + 1 || hides);
    })
    .map((element) => `${element.tagName} ${element.id} ${element.className}`));
  await page.setViewportSize(usual);
  return cut;
}

/** Runs in the page: a microphone that works, waits for permission, or fails as it is told. */
function microphoneThat() {
  const works = navigator.mediaDevices.getUserMedia;
  navigator.mediaDevices.getUserMedia = (...how) => {
    const behaviour = window.microphoneBehaviour ?? 'works';
    if (behaviour === 'works') return works.apply(navigator.mediaDevices, how);
    return behaviour === 'waits' ? new Promise(() => {}) : Promise.reject(new DOMException('', behaviour));
  };
}

export function microphone(page, behaviour) {
  return page.evaluate((how) => { window.microphoneBehaviour = how; }, behaviour);
}

export function refuse(page, status, detail, headers = {}) {
  return page.route('**/start', (route) => route.fulfill({ status, headers, json: { detail } }));
}

export async function failed(page) {
  await page.click('#call');
  await state(page, 'failed');
}

export function state(page, name) {
  return page.waitForFunction((wanted) => document.body.dataset.state === wanted, name);
}

export function says(page, where, words) {
  return page.waitForFunction(([selector, wanted]) => document.querySelector(selector).textContent.includes(wanted), [where, words]);
}

