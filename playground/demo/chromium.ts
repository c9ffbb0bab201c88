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

/** The path of a browser on this machine, for tests and pictures of the page; null if there is none. */
export const chromiumPath: string | null = PLACES.find((path) => existsSync(path)) ?? null;

/** In milliseconds. A busy machine starts a browser slowly. */
const LAUNCHED_WITHIN = 120_000;

/**
 * Starts the browser without a window.
 * @throws Error with a sentence for the person if there is no browser
 */
export async function launch(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('There is no Chromium here (Debian: apt-get install chromium).');
  // Chromium's sandbox does not run as root, as containers do.
  return chromium.launch({
    timeout: LAUNCHED_WITHIN,
    executablePath: chromiumPath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
