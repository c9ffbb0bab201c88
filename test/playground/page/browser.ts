import type { Browser, Page } from 'playwright-core';
import { chromiumPath, launch } from '../../../playground/demo/chromium.ts';
import { PATIENCE } from '../../patience.ts';

export { chromiumPath, launch };

if (chromiumPath === null) {
  console.warn(
    'Skipped: the tests of the playground’s page need Chromium (Debian: apt-get install chromium).',
  );
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'dark' | 'light';
  /** Whether it is a later visit, which has no welcome. */
  readonly again?: boolean;
}

/** Opens the page in a browser that remembers nothing. Errors on the page fail the calling test. */
export async function visit(browser: Browser, address: string, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    colorScheme: look.colorScheme ?? 'dark',
  });
  if (look.again === true) await context.addInitScript("localStorage.setItem('playground.visited', 'yes')");
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    if (message.type() === 'error') throw new Error(message.text());
  });
  await page.goto(address);
  await page.locator('.composer').waitFor();
  return page;
}

/** Ends all visits, before the server of the page stops. */
export async function leave(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

/** The field for messages and commands. */
export const composer = (page: Page) => page.locator('.composer [data-field=""]');

/** The messages with a name in their head. */
export const articlesBy = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.locator('header .author', { hasText: name }) });

/** Types a command without options and sends it. */
export async function slash(page: Page, command: string): Promise<void> {
  await composer(page).click();
  await page.keyboard.type(`/${command} `);
  await page.getByRole('group', { name: `/${command}` }).waitFor();
  await page.keyboard.press('Enter');
}

/** Becomes another person by the switch at the bottom left. */
export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: /^You are/ }).click();
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('combobox', { name: `You are: ${name}` }).waitFor();
}
