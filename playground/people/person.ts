import { ApplicationCommandType, ComponentType, InteractionType } from 'discord-api-types/v10';

import { isText, permissionsOf } from '../state/channels.ts';
import { contextOf, sendInteraction, type InteractionFields } from '../state/interactions.ts';
import type { ChoiceJson, CommandJson, Json, MessageJson } from '../state/json.ts';
import { privateChannel } from '../state/people.ts';
import { has } from '../state/permissions.ts';
import type { Channel, StoredMessage, User, World } from '../state/world.ts';
import { Answer, type Patience } from './answer.ts';
import { checkCount, findButton, findSelect, type ButtonChoice } from './controls.ts';
import { chosen, sentModal, type FieldValues } from './modal.ts';
import { commandData, commandPath, sentOptions, typedOptions, type OptionValues } from './options.ts';
import { buttonsOf, textOf } from './reading.ts';
import { idOf, makeResolver, type Resolver, type Thing } from './things.ts';

/** What a person needs of the server that they live in. */
export interface Surroundings {
  readonly world: World;
  readonly patience: Patience;
  /** Resolves when the bot has fallen silent. */
  readonly quiet: () => Promise<void>;
}

export interface How {
  /** Where; the first text channel of the person's first server unless told otherwise. */
  channel?: Thing;
  /**
   * For options with autocomplete: the person types the text, and takes the suggestion of that name or else the first one,
   * instead of sending the text as it stands.
   */
  confirm?: boolean;
  /** Sent though Discord's client would not offer it: where an admin opened the command to all, or someone tampers. */
  force?: boolean;
  /** `responded`: back at the first response. `settled`: back when the bot is silent. Otherwise back when the answer is whole. */
  until?: 'responded' | 'settled';
}

/** The message that a component is in: an answer's, or any message. */
export type Where = Answer | MessageJson;

/** A person, who does what Discord's client lets a person do; what it does not offer throws. */
export class Person {
  readonly user: User;
  readonly #around: Surroundings;
  readonly #home: Channel | null;

  constructor(around: Surroundings, user: User, home: Channel | null = null) {
    this.#around = around;
    this.user = user;
    this.#home = home;
  }

  get id(): string {
    return this.user.json.id;
  }

  get name(): string {
    return this.user.json.global_name ?? this.user.json.username;
  }

  get mention(): string {
    return `<@${this.id}>`;
  }

  get locale(): string {
    return this.user.locale;
  }

  set locale(locale: string) {
    this.user.locale = locale;
  }

  /** The same person in the private conversation with the bot. */
  get dm(): Person {
    return new Person(this.#around, this.user, privateChannel(this.#around.world, this.user));
  }

  /** The same person in a private conversation with others, where the bot is not. */
  with(...others: Person[]): Person {
    const channel = privateChannel(
      this.#around.world,
      this.user,
      others.map((other) => other.user),
    );
    return new Person(this.#around, this.user, channel);
  }

  /** Installs the app on the person's own account: its commands then follow them everywhere. */
  install(): this {
    this.user.installed = true;
    return this;
  }

  uninstall(): this {
    this.user.installed = false;
    return this;
  }

  /** Takes (or refuses) private messages of the bot. */
  takesDms(takes: boolean): this {
    this.user.takesDms = takes;
    return this;
  }

  /** Uses a slash command: `done`, or `roadmap view` for a subcommand. */
  async slash(line: string, values: OptionValues = {}, how: How = {}): Promise<Answer> {
    const [name = '', ...words] = line.split(' ');
    const place = this.#place(how.channel);
    const command = this.#command(name, ApplicationCommandType.ChatInput, place, how);
    const path = commandPath(command, words);
    const entered = how.confirm ? await this.#confirmed(line, values, how) : values;
    const resolver = this.#resolver(place);
    const options = sentOptions(path, entered, resolver);
    return this.#send(place, InteractionType.ApplicationCommand, commandData(path, options, resolver), how, {
      owners: this.#owners(command, place),
    });
  }

  /** What the bot suggests while the person types the last of the options (or the one named as focused). */
  async type(
    line: string,
    values: OptionValues,
    how: How & { focused?: string } = {},
  ): Promise<ChoiceJson[]> {
    const [name = '', ...words] = line.split(' ');
    const place = this.#place(how.channel);
    const command = this.#command(name, ApplicationCommandType.ChatInput, place, how);
    const path = commandPath(command, words);
    const focused = how.focused ?? Object.keys(values).at(-1) ?? '';
    if (!path.options.find((option) => option.name === focused)?.autocomplete) {
      throw new Error(`The option "${focused}" of /${line} has no autocomplete.`);
    }
    const resolver = this.#resolver(place);
    const data = commandData(path, typedOptions(path, values, focused, resolver), resolver);
    const answer = await this.#send(place, InteractionType.ApplicationCommandAutocomplete, data, how, {
      owners: this.#owners(command, place),
    });
    if (answer.failed) throw new Error(`No suggestions for "${focused}" of /${line}: ${answer.failed}.`);
    return answer.choices;
  }

  /** Uses a command of the context menu of a message or a person. */
  async menu(name: string, target: MessageJson | Answer | Person, how: How = {}): Promise<Answer> {
    const ofPerson = target instanceof Person;
    const message = ofPerson ? null : this.#stored(target);
    const place = message?.channel ?? this.#place(how.channel);
    const kind = ofPerson ? ApplicationCommandType.User : ApplicationCommandType.Message;
    const command = this.#command(name, kind, place, how);
    const resolver = this.#resolver(place);
    const targetId = ofPerson ? resolver.user(target) : (message?.json.id ?? '');
    const resolved = message
      ? { messages: { [targetId]: structuredClone(message.json) } }
      : resolver.resolved;
    const data: Json = { id: command.id, name, type: kind, target_id: targetId, resolved };
    return this.#send(place, InteractionType.ApplicationCommand, data, how, {
      owners: this.#owners(command, place),
      target: ofPerson ? { target_user: target.user.json } : { target_message_id: targetId },
    });
  }

  /** Presses a button of a message. */
  async press(where: Where, choice: ButtonChoice, how: How = {}): Promise<Answer> {
    const isTampered = typeof choice === 'object' && 'customId' in choice;
    const message = isTampered
      ? this.#stored(where)
      : this.#holding(where, (json) => findButton(json, choice));
    const customId = isTampered ? choice.customId : findButton(message.json, choice).custom_id;
    const pressed = buttonsOf(message.json).find((button) => button.custom_id === customId);
    return this.#use(
      message,
      { component_type: ComponentType.Button, custom_id: customId, id: pressed?.id ?? 1 },
      how,
    );
  }

  /** Chooses in a select, which is named by placeholder or custom id: options by value or label; people, roles, channels. */
  async choose(where: Where, name: string, things: readonly Thing[], how: How = {}): Promise<Answer> {
    const message = this.#holding(where, (json) => findSelect(json, name));
    const select = findSelect(message.json, name);
    const resolver = this.#resolver(message.channel);
    const values = chosen(select, name, things, resolver, !how.force);
    if (!how.force) checkCount(name, select, values.length);
    const { resolved } = resolver;
    const data: Json = {
      component_type: select.type,
      custom_id: select.custom_id,
      id: select.id,
      values,
      ...(resolved ? { resolved } : {}),
    };
    return this.#use(message, data, how);
  }

  /** Fills in and sends the modal of an answer; fields are named by label or custom id. */
  async fill(answer: Answer, values: FieldValues, how: How = {}): Promise<Answer> {
    const { interaction, modal } = answer;
    if (!modal) throw new Error(`There is no modal here, but: ${answer.text || answer.failed || 'nothing'}.`);
    if (interaction.user !== this.user)
      throw new Error(`The modal was opened by ${interaction.user.json.username}.`);
    const resolver = this.#resolver(interaction.channel);
    const data = sentModal(structuredClone(modal), values, resolver, !how.force);
    return this.#send(interaction.channel, InteractionType.ModalSubmit, data, how, {
      owners: interaction.payload['authorizing_integration_owners'] as Record<string, string>,
      source: interaction.source,
      opener: interaction,
    });
  }

  /** The messages of a channel that this person sees, by age: the public ones and those for them alone. */
  sees(channel?: Thing): MessageJson[] {
    const place = this.#place(channel);
    return [...place.messages.values()]
      .filter((message) => message.seenBy === null || message.seenBy === this.id)
      .map((message) => structuredClone(message.json));
  }

  async #use(message: StoredMessage, data: Json, how: How): Promise<Answer> {
    if (message.seenBy !== null && message.seenBy !== this.id) {
      throw new Error(`${this.name} does not see this message, which is for one other person.`);
    }
    if (message.deleted) throw new Error('The message has been deleted.');
    const owners = message.json.interaction_metadata?.authorizing_integration_owners;
    return this.#send(message.channel, InteractionType.MessageComponent, data, how, {
      owners: owners ?? { '0': message.channel.guildId ?? '0' },
      source: message,
    });
  }

  async #send(
    channel: Channel,
    type: number,
    data: Json,
    how: How,
    more: Pick<InteractionFields, 'owners' | 'source' | 'opener' | 'target'>,
  ): Promise<Answer> {
    const { world, patience, quiet } = this.#around;
    if (!has(permissionsOf(world, this.user, channel), 'ViewChannel')) {
      throw new Error(`${this.name} does not see #${channel.name}.`);
    }
    const interaction = sendInteraction(world, { type, data, user: this.user, channel, ...more });
    const answer = new Answer(world, interaction, patience, quiet);
    if (how.until === 'responded') return answer.responded();
    return how.until === 'settled' ? answer.settled() : answer.whole();
  }

  /** The options with every autocompleted text replaced by the suggestion that the person takes. */
  async #confirmed(line: string, values: OptionValues, how: How): Promise<OptionValues> {
    const entered: Record<string, OptionValues[string]> = { ...values };
    const [name = '', ...words] = line.split(' ');
    const command = this.#command(name, ApplicationCommandType.ChatInput, this.#place(how.channel), how);
    for (const option of commandPath(command, words).options) {
      const typed = entered[option.name];
      if (!option.autocomplete || typed === undefined) continue;
      const choices = await this.type(line, entered, { ...how, focused: option.name });
      const choice = choices.find((each) => each.name === typed) ?? choices[0];
      if (!choice) throw new Error(`Nothing is suggested for "${String(typed)}".`);
      entered[option.name] = choice.value;
    }
    return entered;
  }

  /** Where the person is: the channel named, their private conversation, or the first text channel of their first server. */
  #place(named?: Thing): Channel {
    const { world } = this.#around;
    const channel = named === undefined ? this.#home : world.channels.get(idOf(named));
    if (channel) return channel;
    if (named !== undefined) throw new Error('There is no such channel (any more).');
    for (const guild of world.guilds.values()) {
      if (!guild.members.has(this.id)) continue;
      const first = [...guild.channels.values()].find(
        (each) => isText(each) && has(permissionsOf(world, this.user, each), 'ViewChannel'),
      );
      if (first) return first;
    }
    throw new Error(`${this.name} is in no server with a text channel.`);
  }

  /** The command as this person is offered it there. Throws if it is not. */
  #command(name: string, kind: number, place: Channel, how: How): CommandJson {
    const { world } = this.#around;
    const command = [...world.commands.values()].find(
      (each) =>
        each.name === name &&
        each.type === kind &&
        (each.guild_id === undefined || each.guild_id === place.guildId),
    );
    if (!command) {
      throw new Error(
        `There is no command "${name}", but: ${[...world.commands.values()].map((c) => c.name).join(', ')}.`,
      );
    }
    if (how.force) return command;
    const context = contextOf(world, place);
    if (command.contexts && !command.contexts.includes(context)) {
      throw new Error(`/${name} is not offered in context ${context}.`);
    }
    if (Object.keys(this.#owners(command, place)).length === 0) {
      throw new Error(`/${name} is not installed where ${this.name} is.`);
    }
    const held = permissionsOf(world, this.user, place);
    const needed = BigInt(command.default_member_permissions ?? 0);
    const isClosed = command.default_member_permissions === '0' && !has(held, 'Administrator');
    if (place.guildId !== null && ((held & needed) !== needed || isClosed)) {
      throw new Error(`/${name} is not offered to ${this.name}, who lacks the permission for it.`);
    }
    if (!has(held, 'UseApplicationCommands'))
      throw new Error(`${this.name} may not use commands in #${place.name}.`);
    return command;
  }

  /** By which installations the command is there: the server's, and the person's own. */
  #owners(command: CommandJson, place: Channel): Record<string, string> {
    const { world } = this.#around;
    const context = contextOf(world, place);
    const guild = place.guildId === null ? undefined : world.guilds.get(place.guildId);
    const sharesGuild = [...world.guilds.values()].some((each) => each.hasBot && each.members.has(this.id));
    const byGuild = context === 0 ? guild?.hasBot : context === 1 && sharesGuild;
    return {
      ...(byGuild && command.integration_types.includes(0) ? { '0': guild?.id ?? '0' } : {}),
      ...(this.user.installed && command.integration_types.includes(1) ? { '1': this.id } : {}),
    };
  }

  #resolver(place: Channel): Resolver {
    return makeResolver(this.#around.world, place);
  }

  /** The stored message that an answer or a message's JSON stands for. */
  #stored(where: Where): StoredMessage {
    if (where instanceof Answer) {
      const { original, followUps } = where.interaction;
      const message = original ?? followUps[0];
      if (message) return message;
      throw new Error(`The answer has no message, but: ${where.text || where.failed || 'nothing'}.`);
    }
    const message = this.#around.world.channels.get(where.channel_id)?.messages.get(where.id);
    if (!message) throw new Error('The message has been deleted.');
    return message;
  }

  /** Of an answer's message and follow-ups, the first in which the control is found; throws what the first one threw. */
  #holding(where: Where, find: (json: MessageJson) => unknown): StoredMessage {
    const first = this.#stored(where);
    const all = where instanceof Answer ? [first, ...where.interaction.followUps] : [first];
    for (const message of all) {
      try {
        find(message.json);
        return message;
      } catch (error) {
        if (message === all.at(-1)) {
          if (all.length === 1) throw error;
          throw new Error(
            `In none of ${all.length} messages:\n${all.map((m) => textOf(m.json)).join('\n---\n')}`,
            { cause: error },
          );
        }
      }
    }
    return first;
  }
}
