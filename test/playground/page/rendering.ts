import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startPlayground, type Playground } from '../../../playground/playground.ts';
import { eventually, PATIENCE } from '../../patience.ts';
import { builtPage } from '../built-page.ts';
import { become, composer, leave, slash, visit } from './browser.ts';
import { isFull } from '../../size.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const START = Temporal.Instant.from('2026-11-20T08:30:30Z').epochMilliseconds;

/**
 * The page shows one of everything that a bot can send. A visit takes a second. Tests that need one of their own are of the
 * full size, except the one of accessibility.
 */
export function ofEverything(browser: () => Browser): void {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  let playground: Playground;
  let page: Page;

  beforeAll(async () => {
    playground = await startPlayground({
      folder,
      port: 4300,
      fresh: true,
      bot: fileURLToPath(import.meta.resolve('./test-bot/main.ts')),
      start: START,
      ideas: ['modal', 'slow'],
      answerWithin: PATIENCE,
      assets: builtPage(),
    });
    page = await visit(browser(), playground.address, { again: true });
  });
  beforeEach(({ onTestFailed }) => {
    // A test that fails may leave something open, at which the next ones would fail as well.
    onTestFailed(async () => {
      await page.context().close();
      page = await visit(browser(), playground.address, { again: true });
    });
  });
  afterAll(async () => {
    await leave(browser());
    await playground.stop();
    rmSync(folder, { recursive: true });
  });

  const last = (): ReturnType<Page['locator']> => page.getByRole('article').last();

  test('Markdown, with times in the person’s locale and zone', async () => {
    await slash(page, 'show markdown');
    await last().getByRole('heading', { name: 'Heading three' }).waitFor();
    expect(await last().locator('li li li').textContent()).toBe('deeper');
    expect(await last().locator('ol').getAttribute('start')).toBe('3');
    expect(await last().locator('blockquote').innerText()).toBe('A quote\nwith two lines');
    expect(
      await last()
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['https://example.org/', 'https://example.org/bare']);
    expect(await last().locator('time.timestamp').allTextContents()).toEqual([
      '09:00',
      '09:00:00',
      '20/11/2026',
      '20 November 2026',
      '20 November 2026 at 09:00',
      'Friday, 20 November 2026 at 09:00',
      'in 29 minutes',
    ]);
    await last().getByRole('button', { name: 'Spoiler' }).click();
    await last().getByText('hidden spoiler').waitFor();

    await become(page, 'Deniz');
    await slash(page, 'show markdown');
    await last().getByText('20 Kasım 2026 12:00').first().waitFor();
    await become(page, 'Mira');
  });

  test('embeds, and a picture that opens large', async () => {
    await slash(page, 'show embeds');
    await last().getByRole('link', { name: 'An embed with all parts' }).waitFor();
    await last()
      .getByRole('button', { name: /opens large/ })
      .click();
    const dialog = page.getByRole('dialog');
    expect(
      await dialog.getByRole('img').evaluate((image): unknown => Reflect.get(image, 'naturalWidth')),
    ).toBe(320);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('components of the new kind', async () => {
    await slash(page, 'show components');
    await last().getByRole('link', { name: 'notes.md' }).waitFor();
    await last()
      .getByRole('combobox', { name: /^A role/ })
      .click();
    await page.getByRole('option', { name: '@Early birds' }).click();
    await page.getByText(/^Chosen: \d+$/).waitFor();
    await page.getByText('A hidden container').waitFor();
    await page.getByRole('button', { name: 'Spoiler' }).last().click();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('Started').waitFor();
  });

  test('buttons: an edit, a disabled one, one without an answer', async () => {
    await slash(page, 'show buttons');
    const message = page.getByRole('article').filter({ hasText: /Press one|You pressed/ });
    await message.getByRole('button', { name: 'Success' }).click();
    await message.getByText('You pressed success').waitFor();
    await message.getByText('(edited)').waitFor();
    expect(await message.getByRole('button', { name: 'Disabled' }).isDisabled()).toBe(true);
    await message.getByRole('button', { name: 'Silent' }).click();
    await eventually(() => expect(playground.discord.expire()).toBe(1));
    await message.getByText('This interaction failed').waitFor();
  });

  test('a select for several, by keyboard', async () => {
    await page.getByRole('combobox', { name: /Several planets/ }).focus();
    for (const key of ['Enter', 'Enter', 'ArrowDown', 'Enter', 'Tab']) await page.keyboard.press(key);
    await page.getByText('Chosen: mars, earth').waitFor();
  });

  test('a select for several keeps what was chosen when a press beside it closes its list', async () => {
    await page.getByRole('combobox', { name: /Several planets/ }).click();
    await page.getByRole('option', { name: 'Earth' }).click();
    await page.getByText('A hidden container').click();
    await page.getByText(/^Chosen: mars$/).waitFor();
  });

  test('thinking before an answer, and a command without an answer', async () => {
    await slash(page, 'slow');
    await page.getByText('Roadmate is thinking…').waitFor();
    await slash(page, 'silent');
    await page.getByText('It took a while').waitFor();
    await eventually(() => expect(playground.discord.expire()).toBe(1));
    await page.getByText('The application did not respond').waitFor();
    const failed = page.getByRole('listitem').filter({ hasText: 'did not respond' });
    await failed.getByRole('button', { name: 'Dismiss message' }).click();
    await failed.waitFor({ state: 'detached' });
  });

  test('a modal: problems are shown, and values arrive', async () => {
    await slash(page, 'modal');
    const modal = page.getByRole('dialog', { name: 'A modal' });
    await modal.getByRole('button', { name: 'Submit' }).click();
    expect(await modal.getByRole('alert').allTextContents()).toEqual(
      Array<string>(3).fill('This field is required.'),
    );
    await modal.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await modal.getByRole('radio', { name: 'Blue' }).check();
    await modal.getByRole('combobox', { name: /^Planet/ }).click();
    await page.getByRole('option', { name: 'Earth' }).click();
    await modal.getByRole('checkbox', { name: 'Sure' }).check();
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.waitFor({ state: 'detached' });
    const thanks = page.getByRole('article').filter({ hasText: 'Thank you' });
    for (const text of ['Ada', 'blue', 'earth', 'true']) await thanks.filter({ hasText: text }).waitFor();
  });

  test('a modal’s groups and files', async () => {
    await composer(page).click();
    await page.keyboard.type('/modal other');
    await page.getByRole('option', { name: /^other/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: 'True' }).click();
    await page.keyboard.press('Enter');
    const modal = page.getByRole('dialog', { name: 'Another modal' });
    await modal.getByRole('checkbox', { name: 'Monday' }).check();
    const choose = async (name: string) => modal.getByLabel('File').setInputFiles(file(name));
    await choose('mistake.txt');
    await modal.getByRole('button', { name: 'Remove mistake.txt' }).click();
    await choose('a.txt');
    await modal.getByText('a.txt').waitFor();
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.waitFor({ state: 'detached' });
    await page.getByRole('article').filter({ hasText: 'a.txt' }).waitFor();
  });

  test('options of every kind are checked and sent', async () => {
    await composer(page).click();
    await page.keyboard.type('/planet ');
    await page.keyboard.press('Enter');
    await page.keyboard.type('zzz');
    await page.getByText('No options match your search.').waitFor();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('sat');
    await page.getByRole('option', { name: 'Saturn' }).click();
    await page.getByRole('option', { name: /^moons/ }).click();
    await page.keyboard.type('101');
    await page.keyboard.press('Enter');
    await page.getByText('The value must be 100 or less.').waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('End');
    await composer(page).focus();
    await page.getByRole('option', { name: /^who/ }).click();
    await page.keyboard.type('den');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('You chose SATURN').waitFor();
    const deniz = playground.cast.find((person) => person.name === 'Deniz');
    await page.getByText(`moons=10, who=${deniz?.id}`).waitFor();
  });

  test('menus of messages and members', async () => {
    const message = page.getByRole('listitem').filter({ hasText: 'You chose SATURN' });
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Explain this' }).click();
    await page.getByText(/^About \d+$/).waitFor();
    await page.getByRole('button', { name: /^Jonas/ }).click();
    await page.getByRole('menuitem', { name: 'About them' }).press('Enter');
    const jonas = playground.cast.find((person) => person.name === 'Jonas');
    await page.getByText(`About ${jonas?.id}`).waitFor();
  });

  test('a thread', async () => {
    await slash(page, 'thread');
    await page.getByRole('button', { name: /Planets.*See thread/ }).click();
    await page.getByText('First!').waitFor();
    // It begins with the message that it belongs to, which has no link to the thread here.
    expect(await page.getByRole('article').locator('.body').allInnerTexts()).toEqual([
      'Let us discuss',
      'First!',
    ]);
    await page.getByRole('button', { name: 'study-group' }).click();
  });

  test('a text that begins with a slash but is no command is sent as a message', async () => {
    await composer(page).click();
    await page.keyboard.type('/no such command, is there?');
    await page.getByText('No command matches.').waitFor();
    await page.keyboard.press('Enter');
    await last().getByText('/no such command, is there?').waitFor();
  });

  test('keys typed anywhere go to the message field, except for keys with another use', async () => {
    await page.getByRole('button', { name: 'Inspector' }).focus();
    await page.keyboard.type('hello');
    expect(await composer(page).inputValue()).toBe('hello');
    await page.getByRole('button', { name: 'Inspector' }).press('Space');
    await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
    await page.getByRole('button', { name: 'Close the inspector' }).click();
    await page.getByRole('combobox', { name: /^You are/ }).press('Enter');
    await page.keyboard.type('de');
    expect(await page.getByRole('option', { name: /^Deniz/ }).getAttribute('class')).toContain('active');
    await page.keyboard.press('Escape');
    expect(await composer(page).inputValue()).toBe('hello');
    await composer(page).fill('');
  });

  test.runIf(isFull)('the first Tab skips all messages and reaches the field', async () => {
    const other = await visit(browser(), playground.address, { again: true });
    await other.keyboard.press('Tab');
    await other.keyboard.press('Enter');
    await other.keyboard.type('By keyboard alone');
    expect(await composer(other).inputValue()).toBe('By keyboard alone');
    await other.context().close();
  });

  test('files are added to a message, and can be removed before it is sent', async () => {
    await page.locator('.composer input[type=file]').setInputFiles([file('keep.md'), file('drop.md')]);
    await page.getByRole('button', { name: 'Remove drop.md' }).click();
    await composer(page).press('Enter');
    await last().getByRole('link', { name: 'keep.md' }).waitFor();
    expect(await page.getByRole('link', { name: 'drop.md' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Remove keep.md' }).count()).toBe(0);
  });

  test.runIf(isFull)('a client that has met nobody shows a mentioned person as unknown', async () => {
    const chosen = page.getByRole('article').filter({ hasText: 'You chose SATURN' });
    await chosen.getByText('@Deniz').waitFor();
    const phone = await visit(browser(), playground.address, { again: true, width: 360 });
    const onPhone = phone.getByRole('article').filter({ hasText: 'You chose SATURN' });
    await onPhone.getByText('@unknown-user').waitFor();
    await phone.getByRole('button', { name: 'Members' }).click();
    await onPhone.getByText('@Deniz').waitFor();
    await phone.context().close();
  });

  test('all times are in the zone of the person who looks', async () => {
    await become(page, 'Deniz');
    await page.locator('.time-zone', { hasText: 'Istanbul' }).waitFor();
    const shown = await page.locator('.time-bar time').innerText();
    await slash(page, 'show markdown');
    const sent = await last().locator('header time').innerText();
    // The clock ticks on between the two.
    expect(Math.abs(minutesOf(sent) - minutesOf(shown))).toBeLessThanOrEqual(1);
    await become(page, 'Mira');
  });

  test.runIf(isFull)('on a phone the welcome says where things are there', async () => {
    const phone = await visit(browser(), playground.address, { width: 360 });
    await phone.getByText(/buttons under the clock.*open the menu at the top left/).waitFor();
    await phone.getByRole('button', { name: 'Servers and channels' }).click();
    await phone.getByRole('combobox', { name: 'You are: Mira' }).waitFor();
    await phone.context().close();
  });

  test('nothing is read aloud twice', async () => {
    await slash(page, 'show buttons');
    expect(
      await page.getByRole('combobox', { name: 'Several planets', exact: true }).count(),
    ).toBeGreaterThan(0);
    // A message has its author's name in its head.
    expect(await page.getByRole('article', { name: /Roadmate/ }).count()).toBe(0);
    await slash(page, 'modal');
    const planet = page.getByRole('dialog').getByRole('combobox');
    expect(await planet.getAttribute('aria-label')).toBeNull();
    // Its name is the label beside it, which opens it as well.
    await page.locator('label', { hasText: 'Planet' }).click();
    await page.getByRole('option', { name: 'Earth' }).waitFor();
    for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a channel in which the person may not write', async () => {
    await become(page, 'Ana');
    await page.getByRole('button', { name: 'announcements' }).click();
    expect(await composer(page).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'study-group' }).click();
  });

  test('the inspector shows the requests, none of them refused', async () => {
    await page.getByRole('button', { name: 'Inspector' }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByText('All of these would pass.').waitFor();
    await inspector.getByText('POST').first().click();
    await page.getByRole('button', { name: 'Close the inspector' }).click();
  });

  // A narrow page has everything of a wide one. The full size also has the other theme and width.
  test.each([['dark', 360] as const, ...(isFull ? [['light', 1280] as const, ['dark', 1280] as const] : [])])(
    'accessibility: %s at %d pixels',
    async (colorScheme, width) => {
      const other = await visit(browser(), playground.address, { colorScheme, width });
      const problems = await scan(other.locator('html'));
      await other.getByRole('button', { name: 'Close the welcome' }).click();
      await slash(other, 'show markdown');
      const message = other.getByRole('article').last();
      await message.getByRole('heading', { name: 'Heading three' }).waitFor();
      problems.push(...(await scan(message)));
      await slash(other, 'modal');
      const dialog = other.getByRole('dialog');
      await dialog.waitFor();
      problems.push(...(await scan(dialog)));
      await other.keyboard.press('Escape');
      await composer(other).click();
      await other.keyboard.type('/');
      await other.getByRole('listbox').waitFor();
      problems.push(...(await scan(other.locator('.composer'))));
      expect(problems).toEqual([]);
      // Nothing is cut off at the side.
      expect(await other.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await other.context().close();
    },
  );
}

/** A file for the file field. */
const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) });

/** The minutes of the day in `08:31`, or at the end of `Fri 20 Nov, 08:31`. */
function minutesOf(text: string): number {
  const [, hours = '', minutes = ''] = /(\d\d?)[.:](\d\d)$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/** What axe-core finds wrong in a part of the page, as a line for each element. */
async function scan(part: Locator): Promise<string[]> {
  const page = part.page();
  const loaded = await page.evaluate(() => 'axe' in globalThis);
  // It goes through the debugger, because the page's policy allows no other script.
  if (!loaded) await page.evaluate(AXE);
  return part.evaluate(async (element) => {
    const axe: typeof import('axe-core') = Reflect.get(globalThis, 'axe');
    // Rules that pass are not reported, which halves the time.
    const { violations } = await axe.run(element, { resultTypes: ['violations'] });
    return violations.flatMap((each) =>
      each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  });
}
