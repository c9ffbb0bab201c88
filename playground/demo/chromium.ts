import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine, for tests and pictures of the page; null where there is none. */
export const chromiumPath: string | null = PLACES.find((path) => existsSync(path)) ?? null;

/** Milliseconds; a machine that does much else starts it slowly. */
const LAUNCHED_WITHIN = 120_000;

/** Starts it unseen. Throws with a sentence where there is none. */
export async function launch(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('There is no Chromium here (Debian: apt-get install chromium).');
  // Chromium's sandbox does not run as root, as in containers.
  return chromium.launch({
    timeout: LAUNCHED_WITHIN,
    executablePath: chromiumPath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
