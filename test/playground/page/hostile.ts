import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalDiscord } from '../../../playground/discord.ts';
import { startPlayground, type Playground } from '../../../playground/playground.ts';
import { createMessage } from '../../../playground/state/messages.ts';
import { bits } from '../../../playground/state/permissions.ts';
import type { Cast } from '../../../playground/web/cast.ts';
import { NAMES, PAYLOADS } from '../../attacks/payloads.ts';
import { PATIENCE } from '../../patience.ts';
import { builtPage } from '../built-page.ts';
import { leave, visit } from './browser.ts';

const START = Temporal.Instant.from('2026-11-20T08:30:00Z').epochMilliseconds;
const SCRIPT = '<img src=x onerror="pwned=1"><script>pwned=1</script>';
const JAVASCRIPT = 'javascript:void(globalThis.pwned=1)';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="pwned=1"><script>pwned=1</script></svg>';

/** Servers, channels, roles and people whose names are all hostile. */
function hostileScene(discord: LocalDiscord): Cast {
  const guild = discord.addGuild({ name: SCRIPT, owner: `"><b>${SCRIPT}`, channels: [SCRIPT, `'"><i>x`] });
  guild.channel().channel.topic = `${SCRIPT} [x](${JAVASCRIPT})`;
  guild.addRole({ name: SCRIPT, mentionable: true });
  guild.addMember({ name: SCRIPT, nick: `${SCRIPT}\u202Egnp` });
  const everyone = guild.guild.roles.get(guild.id);
  if (everyone !== undefined)
    everyone.permissions = String(BigInt(everyone.permissions) | bits(['SendMessages']));
  return [{ id: guild.owner.id, name: SCRIPT, locale: 'en-US', timeZone: 'UTC', about: SCRIPT }];
}

/** Nothing that people and bots write runs on the page. */
export function ofHostileTexts(browser: () => Browser): void {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  let playground: Playground;

  beforeAll(async () => {
    playground = await startPlayground({
      folder,
      port: 4_850,
      fresh: true,
      bot: join(import.meta.dirname, 'test-bot/main.ts'),
      start: START,
      ideas: [SCRIPT],
      scene: hostileScene,
      answerWithin: PATIENCE,
      assets: builtPage(),
    });
  });
  afterAll(async () => {
    await leave(browser());
    await playground.stop();
    rmSync(folder, { recursive: true });
  });

  test('shows hostile names, messages, files, embeds and buttons as text', async () => {
    const { discord } = playground;
    const [guild] = discord.guilds;
    if (guild === undefined) throw new Error('no server');
    const channel = guild.channel();
    const texts = [
      SCRIPT,
      `[x](${JAVASCRIPT})`,
      `<${JAVASCRIPT}>`,
      ...PAYLOADS,
      ...NAMES.map((name) => name.slice(0, 100)),
    ];
    channel.send(guild.owner, texts.join('\n').slice(0, 4000), [
      { name: `${SCRIPT}.svg`, type: 'image/svg+xml', content: SVG },
    ]);
    createMessage(
      discord.world,
      channel.channel,
      discord.world.bot,
      {
        content: SCRIPT,
        allowed_mentions: null,
        embeds: [
          {
            type: 'rich',
            title: SCRIPT,
            url: JAVASCRIPT,
            description: texts.join('\n').slice(0, 3000),
            author: { name: SCRIPT, url: JAVASCRIPT },
            footer: { text: SCRIPT },
            fields: [{ name: SCRIPT, value: SCRIPT }],
          },
        ],
        components: [
          {
            type: 1,
            components: [
              { type: 2, style: 5, label: SCRIPT, url: JAVASCRIPT },
              { type: 2, style: 1, label: SCRIPT, custom_id: SCRIPT },
            ],
          },
        ],
      },
      [],
    );
    const page = await visit(browser(), playground.address, { again: true });
    await page.getByText('pwned=1').first().waitFor();
    const targets = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(targets.length).toBeGreaterThan(3);
    expect(
      targets.filter((target) => !/^(?:https?:|discord:|about:blank$|#message-field$)/.test(target ?? '')),
    ).toEqual([]);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.locator('script:not([src])').count()).toBe(0);
    for (const button of await page.locator('a.button').all()) await button.click();
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
  });
}
