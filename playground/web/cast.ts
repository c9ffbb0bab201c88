import { ChannelType } from 'discord-api-types/v10';
import type { LocalDiscord } from '../discord.ts';
import { bits } from '../state/permissions.ts';
import type { PersonView } from './protocol.ts';

/** The people who play, with facts that Discord itself does not have. */
export type Cast = readonly PersonView[];

/** The facts about a person before they have an id. */
export interface Part {
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly about: string;
}

const ORGANISER: Part = { name: 'Mira', locale: 'en-GB', timeZone: 'Europe/London', about: 'organiser' };
const MEMBERS: readonly Part[] = [
  { name: 'Deniz', locale: 'tr', timeZone: 'Europe/Istanbul', about: 'member' },
  { name: 'Ana', locale: 'en-US', timeZone: 'America/New_York', about: 'member' },
  { name: 'Jonas', locale: 'de', timeZone: 'Europe/Berlin', about: 'member' },
];

const ORGANISER_COLOUR = 0xe0a458;

/**
 * Sets the scene of a first run: a study group with an organiser and three members, and a second server that two of
 * them share, where nothing of the first may appear.
 * @returns the people, the organiser first
 */
export function setScene(discord: LocalDiscord): Cast {
  const group = discord.addGuild({
    name: 'Backend Study Group',
    locale: 'en-GB',
    owner: ORGANISER.name,
    channels: ['study-group', 'general', 'announcements'],
  });
  const topics = { 'study-group': 'One topic a day, one summary a week', general: 'Everything else' };
  for (const [name, topic] of Object.entries(topics)) group.channel(name).channel.topic = topic;
  group.addChannel({ name: 'Library', type: ChannelType.GuildVoice });
  group.channel('announcements').deny('everyone', ['SendMessages']);
  const organisers = group.guild.roles.get(
    group.addRole({ name: 'Organisers', permissions: ['ManageGuild', 'ManageMessages', 'SendMessages'] }).id,
  );
  if (organisers !== undefined) Object.assign(organisers, { hoist: true, color: ORGANISER_COLOUR });
  group.addRole({ name: 'Early birds', mentionable: true });

  const mira = group.owner;
  mira.locale = ORGANISER.locale;
  group.guild.members.get(mira.id)?.roles.push(organisers?.id ?? '');
  const cast: PersonView[] = [{ ...ORGANISER, id: mira.id }];
  const members = MEMBERS.map((part) => {
    const person = group.addMember({ name: part.name, locale: part.locale });
    cast.push({ ...part, id: person.id });
    return person;
  });

  const second = discord.addGuild({
    name: 'Rust Readers',
    locale: 'en-US',
    owner: 'Olivia',
    channels: ['reading', 'general'],
  });
  second.addMember(mira);
  if (members[1] !== undefined) second.addMember(members[1]);
  const everyone = second.guild.roles.get(second.id);
  // Mira is an organiser here as well, so that the same person can set up both servers.
  const lead = second.addRole({ name: 'Organisers', permissions: ['ManageGuild'] });
  second.guild.members.get(mira.id)?.roles.push(lead.id);
  if (everyone !== undefined)
    everyone.permissions = String(BigInt(everyone.permissions) | bits(['AddReactions']));
  return cast;
}
