import type { BaseInteraction } from 'discord.js';
import type { App } from '../app.ts';
import { readAsking } from '../store/asking.ts';
import { NOBODYS_ZONE } from '../store/members/clocks.ts';
import { guildOf, NOBODYS_LOCALE } from '../store/members/guilds.ts';
import type { LoadedRoadmap } from '../store/roadmaps/library.ts';
import { studyDay } from '../time/study-day.ts';
import type { Words } from '../words/index.ts';
import type { Call } from './command.ts';
import type { MissedAnswer } from './missed.ts';
import { roadmapOf } from './roadmap-of.ts';

/** Reads from the store what every handler needs to know about the person who asks and the place. */
export async function callFor(
  app: App,
  interaction: BaseInteraction,
  missed: MissedAnswer | null = null,
): Promise<Call> {
  const now = app.now();
  const userId = interaction.user.id;
  const guildId = ownGuildId(interaction);
  const [asking, guild] = await Promise.all([
    readAsking(app.db, userId, guildId),
    guildId === null ? null : guildOf(app.db, guildId),
  ]);
  const { member } = asking;
  const words = app.wordsFor(member.locale ?? interaction.locale);
  const { roadmap, followed } = await roadmapOf(app, interaction, { guild, guildId, member, userId, words });
  return {
    app,
    userId,
    member,
    guildId,
    guild,
    channelId: interaction.channelId ?? '',
    now,
    words,
    timeZone: asking.timeZone ?? guild?.timeZone ?? NOBODYS_ZONE,
    asking,
    roadmap,
    followed,
    actor: { interactionId: interaction.id, userId, guildId, at: now },
    interaction,
    missed,
  };
}

/** The person's study day, `YYYY-MM-DD`. */
export function studyDayOf({ now, timeZone, member }: Call): string {
  return studyDay(now, timeZone, member.dayStart);
}

/** Discord's locale for the server, for one of which nothing is stored yet. */
export function serverLocale({ interaction }: Pick<Call, 'interaction'>): string {
  return interaction.guildLocale ?? NOBODYS_LOCALE;
}

/** The words in the language of the server, for messages that everybody there sees. */
export function groupWords(call: Call): Words {
  return call.app.wordsFor(call.guild?.locale ?? serverLocale(call));
}

/** The roadmap of the call with titles in the server's language, for messages that everybody there sees. */
export async function groupRoadmap(call: Call): Promise<LoadedRoadmap> {
  const { db, library } = call.app;
  return (await library.roadmap(db, call.roadmap.id, groupWords(call).locale)) ?? call.roadmap;
}

/** Members can bring the bot along into servers that have not added it. It stores nothing about such a server. */
function ownGuildId(interaction: BaseInteraction): string | null {
  const { guildId, client } = interaction;
  return guildId !== null && client.guilds.cache.has(guildId) ? guildId : null;
}
