import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startPlayground } from '../playground.ts';
import { launch } from './chromium.ts';
import { DEMO_START, seedDemo, setDemoScene } from './demo.ts';
import { liveLastDays } from './last-days.ts';

/** Takes the pictures of the README: the demonstration at two widths, written to docs/. */

const ROOT = join(import.meta.dirname, '..', '..');
const DOCS = join(ROOT, 'docs');
const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 740 };
/** The time that pictures and fonts need to load, in milliseconds. */
const REST = 400;

const folder = mkdtempSync(join(tmpdir(), 'playground-'));
mkdirSync(DOCS, { recursive: true });
const browser = await launch();
const playground = await startPlayground({
  folder,
  port: 4_600,
  fresh: true,
  bot: join(ROOT, 'src', 'main.ts'),
  start: DEMO_START,
  scene: setDemoScene,
  seed: seedDemo,
  live: liveLastDays,
  ideas: [],
});

try {
  const wide = await visit(WIDE, 'dark');
  await show(wide, 'Daily topic');
  await shoot(wide, 'daily-post');
  await show(wide, 'Weekly summary');
  await shoot(wide, 'weekly-summary');
  await type(wide, '/done ');
  await wide.keyboard.type('contianers');
  await wide.getByRole('option', { name: /^Containers ·/ }).waitFor();
  await shoot(wide, 'autocomplete');

  const phone = await visit(PHONE, 'dark');
  await show(phone, 'Daily topic');
  await shoot(phone, 'phone-daily-post');
  const light = await visit(WIDE, 'light');
  await type(light, '/today ');
  await light.keyboard.press('Enter');
  await light.getByText('Only you can see this').last().waitFor();
  await shoot(light, 'today');

  await type(phone, '/progress ');
  await phone.keyboard.press('Enter');
  await show(phone, 'Your progress');
  await shoot(phone, 'phone-progress');
} finally {
  await browser.close();
  await playground.stop();
  rmSync(folder, { recursive: true });
}

async function visit(
  viewport: { width: number; height: number },
  colorScheme: 'dark' | 'light',
): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme });
  await context.addInitScript("localStorage.setItem('playground.visited', 'yes')");
  const page = await context.newPage();
  await page.goto(playground.address);
  await page.locator('.message').last().waitFor();
  return page;
}

/** Scrolls to the last message that has a text. */
async function show(page: Page, text: string): Promise<void> {
  await page
    .locator('.message', { hasText: text })
    .last()
    .evaluate((message) => {
      message.scrollIntoView();
    });
}

async function type(page: Page, text: string): Promise<void> {
  await page.locator('.composer [data-field=""]').click();
  await page.keyboard.type(text);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(REST);
  await page.screenshot({ path: join(DOCS, `${name}.png`) });
}
