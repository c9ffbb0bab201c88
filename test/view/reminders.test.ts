import { expect, test } from 'vitest';
import type { Reminder } from '../../src/store/reminders.ts';
import { type ReminderPanel, reminderView, stoppedView } from '../../src/view/reminders.ts';
import { wordsFor } from '../../src/words/index.ts';
import { shown } from './shown.ts';

const words = wordsFor('en-US');
const say = words.reminder;

const on: Reminder = {
  userId: '1',
  way: 'dm',
  guildId: null,
  hour: 21,
  timeZone: 'Europe/Istanbul',
  locale: 'en-US',
  next: null,
  lastDate: null,
  claim: null,
  tries: 0,
  refusedSince: null,
  stopped: null,
};
const joined: ReminderPanel = {
  reminder: null,
  timeZone: 'Europe/Istanbul',
  pausedUntil: null,
  channelId: '2',
  hasJoined: true,
};
const { back } = words.act;
const both = [say.byDm, say.byMention, back];

// Each with the text, the chosen hour, and the buttons. The first button is the main one if reminders are off.
test.each<[string, Partial<ReminderPanel>, string, readonly string[], readonly string[]]>([
  ['nobody asked for', {}, say.explained, [], both],
  [
    'by direct message',
    { reminder: on },
    say.isOn.dm('21:00'),
    [say.at('21:00')],
    [say.byMention, say.pause, say.stop, back],
  ],
  [
    'by mention',
    { reminder: { ...on, way: 'mention', hour: 7 } },
    say.isOn.mention('07:00'),
    [say.at('07:00')],
    [say.byDm, say.pause, say.stop, back],
  ],
  [
    'by direct message, but not this week',
    { reminder: on, pausedUntil: '2026-11-29' },
    say.paused('Sunday 29 November'),
    [say.at('21:00')],
    [say.byMention, say.resume, say.stop, back],
  ],
  ['ended after direct messages', { reminder: { ...on, stopped: 'muted' } }, say.explained, [], both],
  [
    'ended after mentions',
    { reminder: { ...on, way: 'mention', stopped: 'muted' } },
    say.explained,
    [],
    both,
  ],
  ['where the server has no channel', { channelId: null }, say.explained, [], [say.byDm, back]],
  ['by who has not joined', { hasJoined: false }, say.joinFirst, [], [say.byDm, back]],
])('reminders %s', (_, panel, text, hour, labels) => {
  const { texts, chosen, buttons } = shown(reminderView(words, { ...joined, ...panel }));
  expect(texts.join('\n')).toContain(text);
  expect(chosen).toEqual(hour);
  expect(buttons.map(({ label }) => label)).toEqual(labels);
  const main = panel.pausedUntil === undefined ? say.byDm : say.resume;
  const isRunning = hour.length > 0 && main === say.byDm;
  expect(buttons.filter(({ isPrimary }) => isPrimary).map(({ label }) => label)).toEqual(
    isRunning ? [] : [main],
  );
  expect(texts.join('\n').includes(say.joinFirst)).toBe(panel.hasJoined === false);
});

test('without a time zone, the panel asks for it and nothing else', () => {
  const { texts, buttons } = shown(reminderView(words, { ...joined, timeZone: null }));
  expect(texts.join('\n')).toContain(say.whereAreYou);
  expect(buttons.map(({ label }) => label)).toEqual([words.settings.zoneTitle]);
});

test('a note is above everything else', () => {
  expect(shown(reminderView(words, joined, say.saved)).texts[0]).toBe(say.saved);
});

test.each([
  [true, say.ended],
  [false, say.notOn],
])('turning reminders off, which were on: %s', (wasOn, text) => {
  const view = shown(stoppedView(words, wasOn));
  expect(view.texts).toEqual([text]);
  expect(view.buttons.map(({ label }) => label)).toEqual([words.roadmap.whatNow, say.open]);
});
