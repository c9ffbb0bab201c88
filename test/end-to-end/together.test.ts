import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeClock } from '../../playground/clock.ts';
import { startLocalDiscord } from '../../playground/discord.ts';
import { asRead } from '../../playground/people/reading.ts';
import { eventually, PATIENCE } from '../patience.ts';
import { preparedWhole } from '../prepared.ts';
import { isFull } from '../size.ts';
import { startBotProcess } from './bot-process.ts';

const MINUTE = 60_000;

// Without processes, `test/commands/focus-together.test.ts` tests the same.
test.runIf(isFull)(
  'a session together shows its phase after the bot was killed in each of them, and is closed at its end',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roadmate-together-'));
    const database = join(folder, 'roadmate.sqlite');
    await writeFile(database, await preparedWhole());
    const clock = makeClock('2026-11-23T09:00:00Z');
    const discord = await startLocalDiscord({ clock, answerWithin: PATIENCE, finishWithin: PATIENCE });
    let bot = await startBotProcess(discord, clock, database);
    let sqlite: Database.Database | null = null;
    try {
      const guild = discord.addGuild({ name: 'Study', locale: 'en-US', channels: ['study'] });
      const ada = guild.addMember({ name: 'Ada', locale: 'en-US' });
      await discord.quiet();
      const channel = guild.channel();
      const own = await ada.slash('focus together', { work: 25, break: 5, rounds: 2 }, { channel });
      expect(own.text).toContain('You’re in.');
      await ada.press(own, 'Ping me at breaks');
      /** What is in the channel, without what only one person sees. */
      const messages = () => channel.messages.map((message) => asRead(JSON.stringify(message)));
      expect(messages()).toHaveLength(1);
      // A call that the bot could not note before it was killed would stay in the channel.
      sqlite = new Database(database, { readonly: true });
      const noted = sqlite.prepare<[], { n: number }>(
        'SELECT count(*) n FROM group_session WHERE call_message_id IS NOT NULL',
      );

      // Each time it is killed in one phase, and comes back in the middle of the next.
      for (const [minutes, phase] of [
        [10, '**Work** · round 1 of 2'],
        [16, '**Break**'],
        [9, '**Work** · round 2 of 2'],
        [300, '## Studied together'],
      ] as const) {
        await bot.kill();
        clock.advance(minutes * MINUTE);
        bot = await startBotProcess(discord, clock, database);
        await eventually(() => expect(messages()[0]).toContain(phase));
        // The break had just begun, which is still news; nothing else is announced.
        const calls = phase === '**Break**' ? 1 : 0;
        await eventually(() => expect(messages()).toHaveLength(1 + calls));
        await eventually(() => expect(noted.get()?.n).toBe(calls));
        expect(messages().filter((text) => text.includes('Time for a break'))).toHaveLength(calls);
      }
      expect(messages()).toHaveLength(1);
      expect(messages()[0]).toContain('50 min');
      expect((await ada.slash('progress')).text).toContain('**Focus** 50 min this week');
      expect(await bot.stop()).toBe(0);
    } finally {
      sqlite?.close();
      await bot.kill();
      await discord.stop();
      await rm(folder, { recursive: true });
    }
  },
);
