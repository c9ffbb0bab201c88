import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { startWorld } from '../bot.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

const DAY = 24 * 60 * 60 * 1000;
const REACHED = '🎯 **Goal reached:** 2 topics this week.';

/** A member with a goal, who has studied before. It is a Monday. */
async function withGoal(kind: string, target: string, locale = 'en-US') {
  const world = await startWorld('2026-11-23T09:00:00Z');
  const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale });
  await ada.slash('start', { topic: 'ACID' });
  return { world, ada, goal: await setGoal(ada, kind, target) };
}

async function setGoal(person: Person, kind: string, target: string) {
  const goal = await person.press(await person.slash('progress'), { customId: 'v1:goal' });
  return person.fill(await person.press(goal, { customId: 'v1:goal-form' }), { kind: [kind], target });
}

async function focusFor30Minutes(ada: Person, { clock }: World): Promise<string> {
  const card = await ada.slash('focus start', { topic: 'ACID', minutes: 30 });
  clock.advance(30 * 60_000);
  return (await ada.press(card, 'Bitir')).text;
}

async function reviewJson(ada: Person, { clock }: World): Promise<string> {
  clock.advance(3 * DAY);
  const asked = await ada.slash('review');
  await ada.press(asked, 'Anlattım');
  return (await ada.press(asked, asked.buttons.find((label) => label.startsWith('İyi')) ?? '')).text;
}

async function writeAboutJson(ada: Person): Promise<string> {
  const form = await ada.slash('cheatcode write', { topic: 'JSON' });
  const text = 'Names and values in braces, lists in brackets, text in quotes.';
  return (await ada.fill(form, { text })).text;
}

describe('a goal', () => {
  test('shows its bar in /today, and is celebrated once, whatever is undone and done again', async () => {
    const { world, ada, goal } = await withGoal('topics', '2');
    await using _ = world;
    expect(goal.text).toContain('**2 topics a week**\n▱▱▱▱▱▱▱▱▱▱ 0 of 2 topics this week');
    expect(goal.buttons).toEqual(['Change…', 'Remove goal', 'See progress']);
    const first = await ada.slash('done', { topic: 'ACID' });
    expect(first.text).not.toContain('Goal reached');
    expect((await ada.slash('today')).text).toContain('▰▰▰▰▰▱▱▱▱▱ 1 of 2 topics this week');

    const second = await ada.slash('done', { topic: 'JSON' });
    expect(second.text).toContain(REACHED);
    await ada.press(second, 'Undo');
    expect((await ada.slash('today')).text).toContain('1 of 2 topics');
    expect((await ada.slash('done', { topic: 'JSON' })).text).not.toContain('Goal reached');
    expect((await ada.slash('done', { topic: 'REST' })).text).not.toContain('Goal reached');
    expect((await ada.slash('today')).text).toContain('▰▰▰▰▰▰▰▰▰▰ 3 of 2 topics this week');
    // The same goal again is no reason to celebrate again, and neither is an easier one.
    await ada.slash('undo');
    await ada.slash('undo');
    expect((await setGoal(ada, 'topics', '2')).text).not.toContain('Goal reached');
    expect((await ada.slash('done', { topic: 'REST' })).text).not.toContain('Goal reached');

    world.clock.advance(7 * DAY);
    expect((await ada.slash('today')).text).toContain('0 of 2 topics');
    await ada.slash('done', { topic: 'KISS' });
    expect((await ada.slash('done', { topic: 'YAGNI' })).text).toContain(REACHED);
  });

  test('is changed, corrected and removed, and a harder one can be reached in the same week', async () => {
    const { world, ada, goal } = await withGoal('topics', '1');
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    const form = await ada.press(goal, 'Change…');
    const wrong = await ada.fill(form, { kind: ['reviews'], target: '2.5' });
    expect(wrong.text).toContain('“2\\.5” doesn’t work.');
    const again = await ada.press(wrong, 'Type again…');
    expect(JSON.stringify(again.modal)).toContain('"value":"2.5"');
    const harder = await ada.fill(again, { kind: ['topics'], target: '2' });
    expect(harder.text).toContain('Saved.');
    expect((await ada.slash('done', { topic: 'JSON' })).text).toContain(REACHED);
    const removed = await ada.press(await ada.slash('progress'), { customId: 'v1:goal' });
    await ada.press(removed, 'Remove goal');
    expect(removed.text).toContain('Goal removed.');
    expect(removed.buttons).toEqual(['Set a goal…', 'See progress']);
    expect((await ada.slash('today')).text).not.toContain('this week');
  });

  test.each([
    ['minutes', '30', '30 dk', 'Bu hafta 30 dk · hedef 30 dk', focusFor30Minutes],
    ['reviews', '1', '1 tekrar', 'Bu hafta 1/1 tekrar', reviewJson],
    ['proofs', '1', '1 çalışma', 'Bu hafta 1/1 çalışma', writeAboutJson],
  ])('of %s counts what it says', async (kind, target, amount, bar, reach) => {
    const { world, ada } = await withGoal(kind, target, 'tr');
    await using _ = world;
    await ada.slash('done', { topic: 'JSON' });
    const said = await reach(ada, world);
    expect(said).toContain(`🎯 **Hedefine ulaştın:** bu hafta ${amount}.`);
    expect((await ada.slash('today')).text).toContain(`▰▰▰▰▰▰▰▰▰▰ ${bar}`);
  });

  test.each([
    ['topics', '9999', '0 of 9999 topics'],
    ['minutes', '999', '0 min of 16 h 39 min'],
  ])('can be as large as %s %s', async (kind, target, bar) => {
    const { world, ada, goal } = await withGoal(kind, target);
    await using _ = world;
    expect(goal.text).toContain(bar);
    expect((await ada.slash('today')).text).toContain(bar);
  });
});
