import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground, type Playground } from '../../../playground/playground.ts';
import { tr } from '../../../src/words/tr/index.ts';
import { PATIENCE } from '../../patience.ts';
import { builtPage } from '../built-page.ts';
import { isFull } from '../../size.ts';
import { articlesBy, become, composer, leave, slash, visit } from './browser.ts';

const START = Temporal.Instant.from('2026-11-20T08:30:00Z').epochMilliseconds;

/**
 * Roadmate itself behind the page. A visit takes a second, so the tests of `npm test` share one. Those of the full size make
 * visits of their own.
 */
export function ofRoadmate(browser: () => Browser): void {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  let playground: Playground;
  let shared: Page;

  beforeAll(async () => {
    playground = await startPlayground({
      folder,
      port: 4200,
      fresh: true,
      bot: join(import.meta.dirname, '../../../src/main.ts'),
      start: START,
      ideas: ['setup', 'roadmap join', 'done', 'today'],
      answerWithin: PATIENCE,
      assets: builtPage(),
      logLevel: 'error',
    });
    shared = await visit(browser(), playground.address);
  });
  afterAll(async () => {
    await leave(browser());
    await playground.stop();
    rmSync(folder, { recursive: true });
  });

  test.runIf(isFull)(
    'a first visit explains what this is, and its three ideas fill the composer',
    async () => {
      const page = await visit(browser(), playground.address);
      await page.getByRole('heading', { name: /Meet Roadmate/ }).waitFor();
      await page.getByRole('button', { name: /Join, and see the roadmap/ }).click();
      await page.getByRole('group', { name: '/roadmap join' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /Tick off a topic/ }).click();
      await page.getByRole('combobox', { name: /^topic/ }).waitFor();
      expect(await page.getByRole('button', { name: /Set up the group/ }).count()).toBe(1);
      await page.context().close();
    },
  );

  test('from /setup to the daily post, with the time bar', async () => {
    await become(shared, 'Mira');
    await slash(shared, 'setup');
    await shared.getByRole('button', { name: 'Start' }).click();
    const jump = shared.getByRole('button', { name: 'Next daily post' });
    await jump.and(shared.locator(':enabled')).click();
    const post = articlesBy(shared, 'Roadmate').filter({ hasNotText: 'Only you can see this' });
    await post
      .filter({
        has: shared
          .getByRole('button', { name: 'I’m in' })
          .or(shared.getByRole('button', { name: "I'm in" })),
      })
      .waitFor();
    await shared.locator('.time-bar time', { hasText: '09:00' }).waitFor();
  });

  test.runIf(isFull)('a leap of a day stops at each post on the way', async () => {
    const page = await visit(browser(), playground.address);
    const posts = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Discuss' }) });
    const before = await posts.count();
    await page.getByRole('button', { name: '+1 day' }).click();
    await posts.nth(before).waitFor();
    expect(await posts.count()).toBe(before + 1);
    await page.context().close();
  });

  test.runIf(isFull)('in the conversation with the bot, a person has its commands as well', async () => {
    const page = await visit(browser(), playground.address);
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await slash(page, 'help');
    await articlesBy(page, 'Roadmate').waitFor();
    await composer(page).click();
    await page.keyboard.type('/setup');
    await page.getByText('No command matches.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type('Hello');
    await page.keyboard.press('Enter');
    await articlesBy(page, 'Mira').filter({ hasText: 'Hello' }).waitFor();
    await page.context().close();
  });

  test('/done with autocomplete, by the keyboard only', async () => {
    await become(shared, 'Ana');
    await slash(shared, 'roadmap join');
    await shared.getByText('You’re in!').waitFor();
    await composer(shared).focus();
    await shared.keyboard.type('/don');
    await shared.getByRole('option', { name: /^\/done/ }).waitFor();
    await shared.keyboard.press('Enter');
    await shared.keyboard.type('acdi');
    await shared.getByRole('option', { name: /ACID/ }).waitFor();
    await shared.keyboard.press('Enter');
    await shared.keyboard.press('Enter');
    await shared
      .getByRole('article')
      .filter({ hasText: 'ACID' })
      .filter({ hasText: 'Only you can see this' })
      .first()
      .waitFor();
  });

  test('another person reads another language, and sees no private answers of the first', async () => {
    await become(shared, 'Mira');
    await slash(shared, 'help');
    await shared.getByRole('article').filter({ hasText: 'Only you can see this' }).first().waitFor();
    await become(shared, 'Deniz');
    expect(await shared.getByText('Only you can see this').count()).toBe(0);
    await composer(shared).click();
    await shared.keyboard.type('/');
    await shared.getByRole('option', { name: tr.commands.today }).waitFor();
    expect(await shared.getByRole('option', { name: /^\/setup|^\/kurulum/ }).count()).toBe(0);
    await shared.keyboard.press('Escape');
    await composer(shared).fill('');
  });

  test.runIf(isFull)('nothing of one server shows in the other', async () => {
    const page = await visit(browser(), playground.address);
    await page.getByRole('button', { name: 'Rust Readers' }).click();
    await page.getByRole('heading', { name: 'reading', exact: true }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Deniz/ }).count()).toBe(0);
    await page.context().close();
  });

  test('Discord would have accepted every request of the bot', () => {
    expect(playground.discord.takeRefusals()).toEqual([]);
  });
}
