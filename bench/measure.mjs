// Measuring: cases take turns round by round, so that a slow moment of the machine hits them all; medians count.

import { performance } from 'node:perf_hooks';

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Runs every case in turn for some rounds; a case returns what it measured. Resolves to the median of each. */
export async function takeTurns(cases, { rounds = 7, warmUps = 2 } = {}) {
  const measured = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(cases)) {
      const value = await run();
      if (round >= 0) measured[name].push(value);
    }
  }
  return Object.fromEntries(Object.entries(measured).map(([name, values]) => [name, median(values)]));
}

/** Calls per second of `count` calls, one after the other. */
export async function sequential(call, count) {
  const start = performance.now();
  for (let at = 0; at < count; at += 1) await call(at);
  return count / ((performance.now() - start) / 1000);
}

/** Calls per second of `count` calls, `width` of them at once. */
export async function atOnce(call, count, width = 32) {
  let at = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (at < count) await call(at++);
    }),
  );
  return count / ((performance.now() - start) / 1000);
}

/** Microseconds that one call of a synchronous function takes. */
export function microseconds(call, count = 1) {
  const start = performance.now();
  for (let at = 0; at < count; at += 1) call(at);
  return ((performance.now() - start) / count) * 1000;
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export const perSecond = (value) => `${whole.format(value)}/s`;
export const inMicroseconds = (value) => `${value < 10 ? value.toFixed(2) : whole.format(value)} µs`;
export const inMilliseconds = (value) => `${value.toFixed(1)} ms`;

/** One line: what, ours, the other's, and how many times better ours is, with the bar it is to clear. */
export function report(what, ours, other, ratio, bar) {
  const verdict = ratio === undefined ? '' : `${ratio.toFixed(2)}×`;
  const target =
    bar === undefined ? '' : ` (bar ${Number(bar.toFixed(2))}×${ratio >= bar ? '' : ', MISSED'})`;
  console.log(`${what.padEnd(62)}${ours.padStart(14)}${other.padStart(16)}  ${verdict}${target}`);
}

export function heading(text, ours = 'ours', other = '') {
  console.log(`\n${text.padEnd(62)}${ours.padStart(14)}${other.padStart(16)}`);
}

/** A line for each way of calling, from medians named `<who> sequential` and `<who> at once`. */
export function reportModes(medians, ours, other, bars) {
  for (const [mode, label] of [
    ['sequential', 'sequential'],
    ['at once', '32 at once'],
  ]) {
    const [mine, theirs] = [medians[`${ours} ${mode}`], medians[`${other} ${mode}`]];
    report(`  ${label}`, perSecond(mine), perSecond(theirs), mine / theirs, bars[mode]);
  }
}
