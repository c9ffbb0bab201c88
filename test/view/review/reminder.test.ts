import { expect, test } from 'vitest';
import type { Reminder } from '../../../src/store/review/reminders.ts';
import { mutedView, type ReminderPanel, reminderView } from '../../../src/view/review/reminder.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { shown } from '../shown.ts';

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
  isZoneKnown: true,
  channelId: '2',
  hasJoined: true,
};
const { back } = words.act;
const both = [say.byDm, say.byMention, back];

// Each with the text, the hour that is chosen, and the buttons; the first of them is the main one where nobody is reminded.
test.each<[string, Partial<ReminderPanel>, string, readonly string[], readonly string[]]>([
  ['nobody asked for', {}, say.explained, [], both],
  [
    'by direct message',
    { reminder: on },
    say.isOn.dm('21:00'),
    [say.at('21:00')],
    [say.byMention, say.mute, back],
  ],
  [
    'by mention',
    { reminder: { ...on, way: 'mention', hour: 7 } },
    say.isOn.mention('07:00'),
    [say.at('07:00')],
    [say.byDm, say.mute, back],
  ],
  ['muted after direct messages', { reminder: { ...on, stopped: 'muted' } }, say.explained, [], both],
  [
    'muted after mentions',
    { reminder: { ...on, way: 'mention', stopped: 'muted' } },
    say.explained,
    [],
    both,
  ],
  ['where the server has no channel', { channelId: null }, say.explained, [], [say.byDm, back]],
  ['by who has not joined', { hasJoined: false }, say.joinFirst, [], [say.byDm, back]],
  [
    'in a zone that nobody knows',
    { isZoneKnown: false },
    say.zoneUnknown,
    [],
    [say.byDm, say.byMention, words.settings.zoneTitle, back],
  ],
])('reminders %s', (_, panel, text, hour, labels) => {
  const { texts, chosen, buttons } = shown(reminderView(words, { ...joined, ...panel }));
  expect(texts.join('\n')).toContain(text);
  expect(chosen).toEqual(hour);
  expect(buttons.map(({ label }) => label)).toEqual(labels);
  const isOn = hour.length > 0;
  expect(buttons.filter(({ isPrimary }) => isPrimary).map(({ label }) => label)).toEqual(
    isOn ? [] : [say.byDm],
  );
  expect(texts.join('\n').includes(say.joinFirst)).toBe(panel.hasJoined === false);
  expect(texts.join('\n').includes(say.zoneUnknown)).toBe(panel.isZoneKnown === false);
});

test('a note stands above all else', () => {
  expect(shown(reminderView(words, joined, say.saved)).texts[0]).toBe(say.saved);
});

test.each([
  [true, say.muted],
  [false, say.notOn],
])('muting when they are on: %s', (wasOn, text) => {
  const view = shown(mutedView(words, wasOn));
  expect(view.texts).toEqual([text]);
  expect(view.buttons.map(({ label }) => label)).toEqual([words.review.begin, say.open]);
});
