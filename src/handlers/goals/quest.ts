import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { mayOrganise, memberGuild, organiserGuild } from '../../discord/permissions.ts';
import { argument } from '../../discord/refusal.ts';
import { currentQuest, dropQuest, proposedFor, questProgress, setQuest } from '../../store/goals/quests.ts';
import { changeGuild, ensureGuild, type Guild, newGuild } from '../../store/members/guilds.ts';
import { DEFAULT_DAY_START } from '../../store/members/members.ts';
import { once } from '../../store/once.ts';
import { write } from '../../store/write.ts';
import { QUEST_TARGETS } from '../../study/goals/quest.ts';
import { dayNumber, studyDay } from '../../time/study-day.ts';
import { carriedNumber } from '../../view/custom-id.ts';
import { questView } from '../../view/goals/quest.ts';
import { serverLocale } from '../../discord/call.ts';
import { NOBODYS_ZONE } from '../../store/members/clocks.ts';

/** How many topics a quest may be about. */
export const QUEST_TOPICS = QUEST_TARGETS;

/** The group's quest of this week. `topics`: the target that an organiser sets; null to only look. */
export async function showQuest(call: Call, topics: number | null): Promise<Answer> {
  if (topics === null) return shown(call, await guildHere(call));
  organiserGuild(call);
  const target = argument(z.int().min(QUEST_TARGETS.min).max(QUEST_TARGETS.max), topics);
  const guild = await guildHere(call);
  const before = await currentQuest(call.app.db, guild, today(call, guild));
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    await ensureGuild(trx, guild.id, guild.locale, call.now);
    await setQuest(trx, guild, today(call, guild), target);
  });
  return shown(call, guild, call.words.quest[before === null ? 'started' : 'changed']);
}

/** Sets the target of this week: of the button, or of the list. */
export function chooseQuest(call: PressCall): Promise<Answer> {
  return showQuest(call, argument(carriedNumber, call.args[0] ?? call.values[0]));
}

/** Begins to have a quest each week, or stops: `args[0]` is `on` or `off`. */
export async function chooseWeeklyQuests(call: PressCall): Promise<Answer> {
  organiserGuild(call);
  const quests = argument(z.enum(['on', 'off']), call.args[0]) === 'on';
  const guild = await guildHere(call);
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    await ensureGuild(trx, guild.id, guild.locale, call.now);
    await changeGuild(trx, guild.id, { quests });
    if (!quests) await dropQuest(trx, guild.id, today(call, guild));
  });
  return shown(call, { ...guild, quests }, quests ? call.words.quest.weekly : call.words.quest.stopped);
}

async function shown(call: Call, guild: Guild, note: string | null = null): Promise<Answer> {
  const { db } = call.app;
  const date = today(call, guild);
  const quest = await currentQuest(db, guild, date);
  const progress = quest === null ? null : await questProgress(db, guild, quest);
  return show(
    questView(call.words, {
      quest: progress,
      own: progress?.byMember.get(call.userId) ?? 0,
      daysLeft: quest === null ? 0 : dayNumber(quest.to) - dayNumber(date) + 1,
      mayChange: mayOrganise(call),
      isWeekly: guild.quests,
      proposed: quest === null ? await proposedFor(db, guild, date) : null,
      note,
    }),
  );
}

/** @throws Refusal outside of servers */
function guildHere(call: Call): Promise<Guild> {
  const id = memberGuild(call);
  return Promise.resolve(call.guild ?? newGuild(id, serverLocale(call)));
}

/** The study day by the group's clock. */
function today({ now }: Call, { timeZone }: Guild): string {
  return studyDay(now, timeZone ?? NOBODYS_ZONE, DEFAULT_DAY_START);
}
