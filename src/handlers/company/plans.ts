import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';
import { type Answer, refresh, show } from '../../discord/answer.ts';
import type { Call, PressCall, SlashCall } from '../../discord/command.ts';
import type { EventPermission } from '../../discord/events.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { cameMessage, makeEvent } from '../../schedule/plans.ts';
import { nodeIn, roadmapsOf } from '../../schedule/posts/group-study.ts';
import {
  draftPlan,
  keepPlan,
  MOST_PLANS,
  notePlan,
  planOf,
  type PlanPlace,
  type StudyPlan,
  toggleVisit,
} from '../../store/company/plans.ts';
import { canRepeat } from '../../study/company/recurrence.ts';
import type { Once, Repeated } from '../../time/when/meaning.ts';
import { outdatedView } from '../../view/failure.ts';
import { planKept, planNote, planPreview, typedPlan } from '../../view/company/plans.ts';
import { inline, plain } from '../../view/escape.ts';
import { typedTimes } from '../typed-time.ts';
import { memberOfGroup } from './member-of-group.ts';
import { localDate } from '../../time/local.ts';

/** For how long a group can plan, in minutes, and how long texts may be, in characters. */
export const PLAN = { minutes: { min: 15, max: 480, usual: 60 }, place: 100, when: 100 } as const;

/** The local hour of a plan whose member typed a day without an hour. */
const USUAL_HOUR = 18;

/** Stores what a member plans, and shows how the bot understood it. */
export async function planStudy(call: SlashCall, node: TopicNode): Promise<Answer> {
  const { app, guild, actor, options } = call;
  const guildId = await inGroup(call);
  const typed = typedPlan(call.words, {
    title: node.topic.title,
    said: options.getString('when', true),
    channel: options.getChannel('channel')?.name ?? null,
    place: options.getString('place'),
    minutes: options.getInteger('minutes'),
  });
  if (!mayPlan(call)) throw refusal(call.words.plan.mayNot, typed);
  const where = placeOf(call, typed);
  const lacking = app.events.lacking(guildId, where);
  if (lacking.length > 0) throw refusal(lackingText(call, lacking), typed);
  const id = await draftPlan(app.db, actor, {
    guildId,
    topicId: node.id,
    where,
    minutes: argument(
      z.int().min(PLAN.minutes.min).max(PLAN.minutes.max),
      options.getInteger('minutes') ?? PLAN.minutes.usual,
    ),
    said: plain(options.getString('when', true)).slice(0, PLAN.when),
    timeZone: call.timeZone,
  });
  const plan = await planOf(app.db, guildId, id);
  if (plan === null) throw new Refusal(outdatedView);
  const choices = choicesOf(call, plan, typed);
  return show(planPreview(call.words, { plan, node, choices, groupZone: guild?.timeZone ?? call.timeZone }));
}

/** Makes Discord's event of a plan, with the meaning that the member chose. */
export async function keepStudyPlan(call: PressCall): Promise<Answer> {
  const { app, actor, args, guild, words } = call;
  const guildId = await inGroup(call);
  const draft = await planOf(app.db, guildId, args[0] ?? '');
  if (draft === null || draft.madeBy !== call.userId || !mayPlan(call)) throw new Refusal(outdatedView);
  const chosen = choicesOf(call, draft)[argument(z.coerce.number<string>().int().min(0).max(9), args[1])];
  if (chosen === undefined || chosen.at <= call.now) throw refusal(words.plan.over);
  const next = { at: chosen.at, date: localDate(chosen.at, draft.timeZone) };
  const kept = await keepPlan(app.db, actor, guildId, draft.id, {
    repeat: chosen.is === 'once' ? null : chosen,
    next,
  });
  if (kept === 'full') throw refusal(words.plan.full(MOST_PLANS));
  if (kept === 'gone') throw new Refusal(outdatedView);
  const { plan, isClaimed } = kept;
  // Another press of the same button is making the event, or has made it.
  const made = isClaimed ? await makeEvent(app, plan) : plan;
  if (made === null || made.step === 'over') {
    await notePlan(app.db, plan.id, { step: 'over' });
    throw refusal(words.plan.refused);
  }
  const node = guild === null ? undefined : nodeIn(await roadmapsOf(app, guild), made.topicId);
  return show(planKept(words, made, node ?? null, call.now));
}

/** Cancels a plan with all of its times. */
export async function cancelStudyPlan(call: PressCall): Promise<Answer> {
  const { app, args, words } = call;
  const guildId = await inGroup(call);
  const plan = await planOf(app.db, guildId, args[0] ?? '');
  if (plan === null || plan.madeBy !== call.userId) throw new Refusal(outdatedView);
  if (plan.step !== 'over' && plan.event !== null) {
    const state = await app.events.state(guildId, plan.event.id);
    if (state === 'waiting') await app.events.cancel(guildId, plan.event.id);
  }
  await notePlan(app.db, plan.id, { step: 'over' });
  return show(planNote(words.plan.canceled));
}

/** *I was there*, or not after all. Everybody sees the list. */
export async function sayCame(call: PressCall): Promise<Answer> {
  const { app, actor, args } = call;
  const guildId = await inGroup(call);
  const [id = '', date, messageId] = args;
  const plan = await planOf(app.db, guildId, id);
  if (plan === null) throw new Refusal(outdatedView);
  const of = argument(z.iso.date(), date);
  await toggleVisit(app.db, actor, plan.id, of);
  return refresh(await cameMessage(app, plan, of, messageId ?? ''));
}

/**
 * The meanings that Discord can repeat.
 * @param typed the command as it was typed, which is given back if there are none
 */
function choicesOf(call: Call, plan: StudyPlan, typed: string | null = null): readonly (Once | Repeated)[] {
  const { words } = call;
  const reader = { now: plan.askedAt, timeZone: plan.timeZone, usualHour: USUAL_HOUR };
  const read = typedTimes(words, plan.said, reader);
  if (typeof read === 'string')
    throw refusal(words.memo.problem[read](inline(plan.said)), words.memo.examples, typed);
  const possible = read.filter(
    (choice) => choice.is === 'once' || canRepeat(choice.repeat, choice.at, plan.timeZone),
  );
  if (possible.length === 0) throw refusal(words.plan.cannotRepeat, typed);
  return possible;
}

/** Who may make events in the server. The bot makes none for those who could not make them by themselves. */
function mayPlan({ interaction }: Call): boolean {
  const { CreateEvents, ManageEvents, ManageGuild } = PermissionFlagsBits;
  return interaction.memberPermissions?.any([CreateEvents, ManageEvents, ManageGuild]) === true;
}

/**
 * The chosen voice channel, or the typed place. With neither, it is the channel in which the member plans.
 * @throws Refusal if it is no voice channel that the member may join
 */
function placeOf(call: SlashCall, typed: string): PlanPlace {
  const { interaction, options, words } = call;
  const chosen = options.getChannel('channel');
  const place = plain(options.getString('place') ?? '');
  if (chosen === null) {
    const here = interaction.guild?.channels.cache.get(interaction.channelId ?? '');
    const usual = here === undefined ? (interaction.guild?.name ?? '') : `#${here.name}`;
    return { place: (place === '' ? plain(usual) : place).slice(0, PLAN.place) };
  }
  const channel = interaction.guild?.channels.cache.get(chosen.id);
  const member = interaction.inCachedGuild() ? interaction.member : null;
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.Connect;
  const may = channel?.type === ChannelType.GuildVoice && member?.permissionsIn(channel).has(needed) === true;
  if (!may) throw refusal(words.plan.noChannel, typed);
  return { channelId: channel.id };
}

/** An organiser can give the permissions themselves. */
function lackingText(call: Call, lacking: readonly EventPermission[]): string {
  const { words } = call;
  const names = words.list(lacking.map((name) => words.permission[name]));
  return mayOrganise(call) ? words.plan.lacksHere(names) : words.plan.lacks(names);
}

function refusal(...lines: readonly (string | null)[]): Refusal {
  return new Refusal(() => planNote(lines.filter((line) => line !== null).join('\n'), 'problem'));
}

function inGroup(call: Call): Promise<string> {
  return memberOfGroup(call, (words) => words.plan.joinFirst);
}
