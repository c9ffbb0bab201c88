import { ChannelType } from 'discord-api-types/v10';
import type { LocalDiscord } from '../discord.ts';
import type { Answer } from '../people/answer.ts';
import type { OptionValue as Entered } from '../people/options.ts';
import type { FieldValue as Filled } from '../people/modal.ts';
import type { PersonsFile } from '../state/files.ts';
import type { Person } from '../people/person.ts';
import { permissionsOf } from '../state/channels.ts';
import type { ChoiceJson, MessageJson } from '../state/json.ts';
import { has } from '../state/permissions.ts';
import type { Act, FieldValue, FileView, OptionValue, Outcome } from './protocol.ts';

/** What acts need beside the local Discord: the clock, which the bot shares. */
export interface Stage {
  readonly discord: LocalDiscord;
  readonly setClock: (to: number) => Promise<void>;
  /** The open modals, by the id of the interaction that opened them. */
  readonly modals: Map<string, Answer>;
  /** The last suggestions, by person, command and option. */
  readonly suggested: Map<string, readonly ChoiceJson[]>;
}

/** Does what the page asks for a person, through the same functions as the tests. */
export async function perform(stage: Stage, personId: string, act: Act): Promise<Outcome> {
  const { discord } = stage;
  const person = discord.person(personId);
  switch (act.do) {
    case 'slash':
      return settle(
        stage,
        await person.slash(act.command, taken(stage, person, act), {
          channel: act.channelId,
          until: 'responded',
        }),
      );
    case 'autocomplete': {
      const how = { channel: act.channelId, until: 'responded', focused: act.focused ?? '' } as const;
      const choices = await person.type(act.command, entered(act.options), how).catch(() => null);
      if (choices === null) return { kind: 'failed' };
      stage.suggested.set(keyOf(personId, act.command, act.focused ?? ''), choices);
      return { kind: 'choices', choices };
    }
    case 'menu': {
      const isPerson = discord.world.users.has(act.targetId);
      const target = isPerson
        ? discord.person(act.targetId)
        : messageIn(discord, act.channelId, act.targetId);
      return settle(
        stage,
        await person.menu(act.command, target, { channel: act.channelId, until: 'responded' }),
      );
    }
    case 'press': {
      const message = messageIn(discord, act.channelId, act.messageId);
      return settle(stage, await person.press(message, { customId: act.customId }, { until: 'responded' }));
    }
    case 'choose': {
      const message = messageIn(discord, act.channelId, act.messageId);
      return settle(stage, await person.choose(message, act.customId, act.values, { until: 'responded' }));
    }
    case 'submit': {
      const opened = stage.modals.get(act.modalId);
      if (opened === undefined) return { kind: 'refused', reason: 'This modal has been sent already.' };
      const answer = await person.fill(opened, filled(act.fields), { until: 'responded' });
      if (answer.failed === null) stage.modals.delete(act.modalId);
      return settle(stage, answer);
    }
    case 'say':
      discord.channel(act.channelId).send(person, act.text, act.files.map(fileOf));
      return { kind: 'done' };
    case 'voice':
      return moveVoice(discord, person, act);
    case 'clock':
      await stage.setClock(act.to);
      return { kind: 'done' };
  }
}

function moveVoice(
  discord: LocalDiscord,
  person: Person,
  { guildId, channelId }: Extract<Act, { do: 'voice' }>,
): Outcome {
  const guild = discord.guilds.find(({ id }) => id === guildId);
  if (guild === undefined) throw new Error('There is no such server.');
  if (channelId === null) {
    guild.leaveVoice(person);
    return { kind: 'done' };
  }
  const { channel } = discord.channel(channelId);
  const isVoice = channel.type === ChannelType.GuildVoice && channel.guildId === guildId;
  const user = discord.world.users.get(person.id);
  if (!isVoice || user === undefined || !has(permissionsOf(discord.world, user, channel), 'Connect'))
    return { kind: 'refused', reason: 'You can’t join this channel.' };
  guild.enterVoice(person, channel);
  return { kind: 'done' };
}

function settle({ modals }: Stage, answer: Answer): Outcome {
  if (answer.failed !== null) return { kind: 'failed' };
  if (answer.modal === null) return { kind: 'done' };
  modals.set(answer.interaction.id, answer);
  return { kind: 'modal', modal: { modalId: answer.interaction.id, json: answer.modal } };
}

const keyOf = (personId: string, command: string, option: string): string =>
  `${personId} ${command} ${option}`;

/**
 * The options as the person's client sends them. For a chosen suggestion this is its value, or in some clients its
 * name.
 */
function taken(
  { suggested }: Stage,
  { id, user }: Person,
  { command, options }: Extract<Act, { do: 'slash' | 'autocomplete' }>,
): Record<string, Entered> {
  const sent = entered(options);
  if (!user.sendsLabels) return sent;
  for (const [name, value] of Object.entries(sent)) {
    const choice = suggested.get(keyOf(id, command, name))?.find((each) => each.value === value);
    if (choice !== undefined && typeof value === 'string') sent[name] = choice.name;
  }
  return sent;
}

function messageIn(discord: LocalDiscord, channelId: string, messageId: string): MessageJson {
  const stored = discord.channel(channelId).channel.messages.get(messageId);
  if (stored === undefined) throw new Error('The message has been deleted.');
  return stored.json;
}

const isFile = (value: unknown): value is FileView =>
  typeof value === 'object' && value !== null && 'data' in value;

const fileOf = (file: FileView): PersonsFile => ({
  name: file.name,
  content: new Uint8Array(Buffer.from(file.data, 'base64')),
  type: file.type,
});

const entered = (options: Readonly<Record<string, OptionValue>>): Record<string, Entered> =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, isFile(value) ? fileOf(value) : value]),
  );

function filled(fields: Readonly<Record<string, FieldValue>>): Record<string, Filled> {
  const all: Record<string, Filled> = {};
  for (const [id, value] of Object.entries(fields)) {
    if (value === null) continue;
    if (typeof value === 'string' || typeof value === 'boolean') all[id] = value;
    else all[id] = value.map((each) => (isFile(each) ? fileOf(each) : each));
  }
  return all;
}
