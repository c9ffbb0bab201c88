import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { mayOrganise, organiserGuild } from '../../discord/permissions.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { type Guild, guildOf } from '../../store/members/guilds.ts';
import { changeMember, memberOf } from '../../store/members/members.ts';
import { noteChoice } from '../../store/members/last-choice.ts';
import { once } from '../../store/once.ts';
import { studyOf } from '../../store/progress/studies.ts';
import {
  follow,
  followedBy,
  followedByGuild,
  followedByMember,
  mayUse,
  unfollow,
  usableRoadmaps,
} from '../../store/roadmaps/followed.ts';
import { besideCopies, originalsIn } from '../../study/originals.ts';
import type { Db } from '../../store/schema.ts';
import { outdatedView } from '../../view/failure.ts';
import {
  type ListedRoadmap,
  roadmapChoiceView,
  ROADMAPS_PER_PAGE,
  roadmapsView,
  type Standing,
  tooManyRoadmapsView,
} from '../../view/roadmaps/list.ts';
import { saveSettings } from '../setup/guild-settings.ts';
import { write } from '../../store/write.ts';

/** A list of Discord's suggestions holds no more. */
const MOST_FOLLOWED = 25;

const whatToDo = z.enum([
  'follow',
  'unfollow',
  'default',
  'server-follow',
  'server-unfollow',
  'server-default',
]);

/**
 * Shows all roadmaps that the member can follow here, those that they follow first.
 * @param asked a page, counted from 0
 * @param from the panel that it was opened from, or null
 */
export async function listRoadmaps(call: Call, asked = 0, from: 'setup' | null = null): Promise<Answer> {
  const { app, followed, guild, words } = call;
  const usable = besideCopies(await usableRoadmaps(app.db, call), followed).map(({ id }) => id);
  const inOrder = [...followed.filter((id) => usable.includes(id)), ...usable];
  const ids = [...new Set(inOrder)];
  const pages = Math.max(1, Math.ceil(ids.length / ROADMAPS_PER_PAGE));
  const page = Math.min(Math.max(asked, 0), pages - 1);
  const standingOf = await standingsIn(call);
  const shown: ListedRoadmap[] = [];
  for (const id of ids.slice(page * ROADMAPS_PER_PAGE, (page + 1) * ROADMAPS_PER_PAGE)) {
    shown.push(...(await listed(call, id, standingOf(id))));
  }
  const takesTurns = guild !== null && mayOrganise(call) && (await followsSeveral(app.db, guild));
  const turns = takesTurns ? guild.dailyTurns : null;
  return show(roadmapsView(words, shown, { page, pages, turns, from }));
}

/** Whether there is anything to take turns with. */
async function followsSeveral(db: Db, guild: Guild): Promise<boolean> {
  return (await followedByGuild(db, guild.id, guild.roadmapId)).length > 1;
}

/** The panel that a button of the list says it was opened from, or null. */
export function openedFrom(carried: string | undefined): 'setup' | null {
  return argument(z.literal('setup').nullable(), carried ?? null);
}

/** Shows a roadmap that was chosen from the list, with the buttons to follow it. */
export async function showRoadmapChoice(call: PressCall): Promise<Answer> {
  const id = call.values[0] ?? '';
  if (!(await mayUse(call.app.db, call, id))) throw new Refusal(outdatedView);
  return choiceOf(call, id);
}

/**
 * Follows a roadmap, leaves it, or makes it the default one: for the member, or, if an organiser asks, for the
 * server.
 */
export async function chooseFollowing(call: PressCall): Promise<Answer> {
  const { app, roadmap, now, actor } = call;
  const action = argument(whatToDo, call.args[0]);
  if (action.startsWith('server-')) {
    await changeForServer(call, action);
    return choiceOf(call, roadmap.id, action === 'server-unfollow' ? 'group' : null);
  }
  if (!(await mayUse(app.db, call, roadmap.id))) throw new Refusal(outdatedView);
  await write(app.db, async (trx) => {
    await once(trx, actor.interactionId, now);
    await changeOwn(trx, call, action);
    if (action !== 'follow') await noteChoice(trx, actor, 'roadmaps');
  });
  return choiceOf(call, roadmap.id, action === 'unfollow' ? 'you' : null);
}

/** Sets whether the daily post takes turns between the roadmaps of the server. */
export async function chooseTurns(call: PressCall): Promise<Answer> {
  const turns = argument(z.enum(['on', 'off']), call.args[0]) === 'on';
  await saveSettings(call, { dailyTurns: turns });
  return listRoadmaps(
    { ...call, guild: call.guild && { ...call.guild, dailyTurns: turns } },
    0,
    openedFrom(call.args[1]),
  );
}

async function changeOwn(
  trx: Db,
  { userId, roadmap: { id }, member, guild, now }: Call,
  action: z.infer<typeof whatToDo>,
): Promise<void> {
  const owner = { userId };
  const followed = await followedByMember(trx, userId, member.roadmapId);
  const isFull = followed.length >= MOST_FOLLOWED && !followed.includes(id);
  if (action !== 'unfollow' && isFull)
    throw new Refusal((words) => tooManyRoadmapsView(words, MOST_FOLLOWED));
  switch (action) {
    case 'unfollow':
      await unfollow(trx, owner, id);
      if (member.roadmapId === id) {
        const next = followed.find((other) => other !== id) ?? null;
        await changeMember(trx, userId, { roadmapId: next }, now);
      }
      return;
    case 'default':
      await changeMember(trx, userId, { roadmapId: id }, now);
      // The default roadmap before stays among those that are followed.
      if (member.roadmapId !== null) await follow(trx, owner, member.roadmapId, now);
      return;
    default:
      // Whoever has chosen no main roadmap studies the server's, which stays it.
      await changeMember(
        trx,
        userId,
        member.roadmapId === null ? { roadmapId: guild?.roadmapId ?? id } : {},
        now,
      );
      await follow(trx, owner, id, now);
  }
}

/** A server can follow bundled roadmaps and its own, but not the personal roadmaps of its organisers. */
async function changeForServer(call: Call, action: z.infer<typeof whatToDo>): Promise<void> {
  const { app, roadmap, guild, now } = call;
  const guildId = organiserGuild(call);
  if (!(await mayUse(app.db, { userId: '', guildId }, roadmap.id))) throw new Refusal(outdatedView);
  const followed = await followedByGuild(app.db, guildId, guild?.roadmapId ?? null);
  const isFull = followed.length >= MOST_FOLLOWED && !followed.includes(roadmap.id);
  if (action !== 'server-unfollow' && isFull) {
    throw new Refusal((words) => tooManyRoadmapsView(words, MOST_FOLLOWED));
  }
  const owner = { guildId };
  await saveSettings(call, action === 'server-default' ? { roadmapId: roadmap.id } : {}, async (trx) => {
    if (action === 'server-unfollow') return unfollow(trx, owner, roadmap.id);
    if (action === 'server-follow') return follow(trx, owner, roadmap.id, now);
    // The default roadmap before stays among those that are followed.
    if (guild !== null && guild.roadmapId !== null) await follow(trx, owner, guild.roadmapId, now);
  });
}

/** `removed`: off whose roadmaps it was just taken. */
async function choiceOf(call: Call, id: string, removed: 'you' | 'group' | null = null): Promise<Answer> {
  const [roadmap] = await listed(call, id, (await standingsIn(call))(id));
  if (roadmap === undefined) throw new Refusal(outdatedView);
  const isForServer = mayOrganise(call) && (await mayUse(call.app.db, { ...call, userId: '' }, id));
  return show(roadmapChoiceView(call.words, roadmap, isForServer, removed));
}

async function listed(
  { app, userId, words }: Call,
  id: string,
  standing: Standing,
): Promise<readonly ListedRoadmap[]> {
  const outline = await app.library.roadmap(app.db, id, words.locale);
  if (outline === null) return [];
  const studied = { outline, ...(await studyOf(app.db, userId, outline)) };
  return [{ id, studied, ...standing }];
}

/** Reads how the member and the server follow each roadmap now. */
async function standingsIn(call: Call): Promise<(id: string) => Standing> {
  const { app, userId, guildId, followed } = call;
  const originals = originalsIn(besideCopies(await usableRoadmaps(app.db, call), followed));
  const member = await memberOf(app.db, userId);
  const guild = guildId === null ? null : await guildOf(app.db, guildId);
  const own = await followedByMember(app.db, userId, member.roadmapId);
  const ofServer = guildId === null ? null : await followedByGuild(app.db, guildId, guild?.roadmapId ?? null);
  const defaults = { guild: guild?.roadmapId ?? null, member: member.roadmapId };
  const [usual] = await followedBy(app.db, { userId, guildId }, defaults);
  return (id) => ({
    isUsual: id === usual?.id,
    isOriginal: originals.has(id),
    follows: own.includes(id),
    isDefault: member.roadmapId === id,
    server: ofServer === null ? null : { follows: ofServer.includes(id), isDefault: guild?.roadmapId === id },
  });
}
