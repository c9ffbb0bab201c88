import type { HelpTurn } from '../store/company/help.ts';
import { guildOf } from '../store/members/guilds.ts';
import { memberOf } from '../store/members/members.ts';
import { namesOf } from '../store/members/memberships.ts';
import type { Shelf } from '../store/roadmaps/library.ts';
import type { Words } from '../words/index.ts';
import { roadmapsOf } from './posts/group-study.ts';

/** What a message about help says: the topic, and the name of the other; null if one of them is gone. */
export async function aboutTurn(
  app: Shelf & { readonly wordsFor: (locale: string) => Words },
  { ask }: HelpTurn,
  reader: string,
  other: string,
) {
  const guild = await guildOf(app.db, ask.guild_id);
  if (guild === null) return null;
  const member = await memberOf(app.db, reader);
  const words = app.wordsFor(member.locale ?? (reader === ask.user_id ? ask.locale : guild.locale));
  const roadmaps = await roadmapsOf(app, { ...guild, locale: words.locale });
  const roadmap = roadmaps.find(({ byId }) => byId.has(ask.topic_id));
  const node = roadmap?.byId.get(ask.topic_id);
  const name = (await namesOf(app.db, guild.id, [other])).get(other);
  if (roadmap === undefined || node === undefined || name === undefined) return null;
  return { words, node, roadmapId: roadmap.id, name };
}
