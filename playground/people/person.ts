import { ApplicationCommandType, ComponentType, InteractionType } from 'discord-api-types/v10';

import { permissionsOf } from '../state/channels.ts';
import { everyComponent } from '../state/components.ts';
import { sendInteraction, type InteractionFields } from '../state/interactions.ts';
import type { ChoiceJson, Json, MessageJson } from '../state/json.ts';
import { messageJson } from '../state/messages.ts';
import { privateChannel } from '../state/people.ts';
import { has } from '../state/permissions.ts';
import type { Channel, StoredMessage, User } from '../state/world.ts';
import { Answer } from './answer.ts';
import { checkCount, findButton, findSelect, type ButtonChoice } from './controls.ts';
import type { How, Surroundings } from './how.ts';
import { chosen, sentModal, type FieldValues } from './modal.ts';
import { namedText } from './names.ts';
import { firstPlace, knownCommand, ownersOf, refuseUnlessOffered } from './offer.ts';
import {
  commandData,
  commandPath,
  sentOptions,
  takenAs,
  typedOptions,
  type OptionValues,
} from './options.ts';
import { findIn, messageAt, type Where } from './target.ts';
import { idOf, makeResolver, type Resolver, type Thing } from './things.ts';

/** A person, who can do what Discord's client offers. Everything else throws. */
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

  /** The same person in a private conversation with others, without the bot. */
  with(...others: Person[]): Person {
    const channel = privateChannel(
      this.#around.world,
      this.user,
      others.map((other) => other.user),
    );
    return new Person(this.#around, this.user, channel);
  }

  /** Installs the app on the person's own account, so that its commands follow them everywhere. */
  install(): this {
    this.user.installed = true;
    return this;
  }

  uninstall(): this {
    this.user.installed = false;
    return this;
  }

  /** Opens or closes direct messages for members of shared servers, also for the bot. */
  takesDms(takes: boolean): this {
    this.user.dms = takes ? 'open' : 'closed';
    return this;
  }

  /** Blocks the bot, so that none of its direct messages arrives. */
  blocksBot(): this {
    this.user.dms = 'blocked';
    return this;
  }

  /** Makes the client send the name of a suggestion in place of its value, as some of Discord's clients do. */
  sendsLabels(sends = true): this {
    this.user.sendsLabels = sends;
    return this;
  }

  /** Uses a slash command: `done`, or `roadmap view` for a subcommand. */
  async slash(line: string, values: OptionValues = {}, how: How = {}): Promise<Answer> {
    const [name = '', ...words] = line.split(' ');
    const place = this.#place(how.channel);
    const { command, ...more } = this.#command(name, ApplicationCommandType.ChatInput, place, how);
    const path = commandPath(command, words);
    const entered = how.confirm ? await this.#confirmed(line, values, how) : values;
    const resolver = this.#resolver(place);
    const options = sentOptions(path, entered, resolver);
    return this.#send(
      place,
      InteractionType.ApplicationCommand,
      commandData(path, options, resolver),
      how,
      more,
    );
  }

  /** The bot's suggestions while the person types the last option, or the option named as focused. */
  async type(
    line: string,
    values: OptionValues,
    how: How & { focused?: string } = {},
  ): Promise<ChoiceJson[]> {
    const [name = '', ...words] = line.split(' ');
    const place = this.#place(how.channel);
    const { command, ...more } = this.#command(name, ApplicationCommandType.ChatInput, place, how);
    const path = commandPath(command, words);
    const focused = how.focused ?? Object.keys(values).at(-1) ?? '';
    const option = path.options.find((each) => each.name === focused);
    if (!option?.autocomplete) {
      throw new Error(`The option "${focused}" of /${line} has no autocomplete.`);
    }
    const resolver = this.#resolver(place);
    const data = commandData(path, typedOptions(path, values, focused, resolver), resolver);
    const answer = await this.#send(place, InteractionType.ApplicationCommandAutocomplete, data, how, {
      ...more,
      typedOption: option.type,
    });
    if (answer.failed) throw new Error(`No suggestions for "${focused}" of /${line}: ${answer.failed}.`);
    return answer.choices;
  }

  /** Uses a command of the context menu of a message or a person. */
  async menu(name: string, target: MessageJson | Answer | Person, how: How = {}): Promise<Answer> {
    const ofPerson = target instanceof Person;
    const message = ofPerson ? null : messageAt(this.#around.world, target);
    const place = message?.channel ?? this.#place(how.channel);
    const kind = ofPerson ? ApplicationCommandType.User : ApplicationCommandType.Message;
    const { command, ...more } = this.#command(name, kind, place, how);
    const resolver = this.#resolver(place);
    const targetId = ofPerson ? resolver.user(target) : (message?.json.id ?? '');
    const resolved = message
      ? { messages: { [targetId]: messageJson(this.#around.world, message) } }
      : resolver.resolved;
    const data: Json = { id: command.id, name, type: kind, target_id: targetId, resolved };
    return this.#send(place, InteractionType.ApplicationCommand, data, how, {
      ...more,
      target: ofPerson ? { target_user: target.user.json } : { target_message_id: targetId },
    });
  }

  /** Presses a button of a message. */
  async press(where: Where, choice: ButtonChoice, how: How = {}): Promise<Answer> {
    const { world } = this.#around;
    if (typeof choice === 'object' && 'customId' in choice) {
      const message = messageAt(world, where);
      const all = everyComponent(message.json.components);
      const id = all.find((component) => component.custom_id === choice.customId)?.id ?? 1;
      return this.#use(message, ComponentType.Button, { custom_id: choice.customId, id }, how);
    }
    const { message, found } = findIn(world, where, (json) => findButton(json, choice));
    return this.#use(message, ComponentType.Button, { custom_id: found.custom_id, id: found.id }, how);
  }

  /**
   * Chooses in a select, which is named by placeholder or custom id. Options are given by value or label, or as people,
   * roles and channels.
   */
  async choose(where: Where, name: string, things: readonly Thing[], how: How = {}): Promise<Answer> {
    const { message, found: select } = findIn(this.#around.world, where, (json) => findSelect(json, name));
    const resolver = this.#resolver(message.channel);
    const values = chosen(select, name, things, resolver, !how.force);
    if (!how.force) checkCount(name, select, values.length);
    const { resolved } = resolver;
    const data = { custom_id: select.custom_id, id: select.id, values, ...(resolved ? { resolved } : {}) };
    return this.#use(message, select.type, data, how);
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
      owners: interaction.owners,
      ...(interaction.commandType === null ? {} : { commandType: interaction.commandType }),
      source: interaction.source,
      opener: interaction,
    });
  }

  /** Sends any interaction, as a person would who tampers with their client. */
  async forge(type: InteractionType, data: Json, how: How & { where?: Where } = {}): Promise<Answer> {
    const source = how.where === undefined ? null : messageAt(this.#around.world, how.where);
    const place = source?.channel ?? this.#place(how.channel);
    return this.#send(place, type, data, how, { owners: { '0': place.guildId ?? '0' }, source });
  }

  /** The messages of a channel that this person sees, oldest first: public ones and their private ones. */
  sees(channel?: Thing): MessageJson[] {
    const place = this.#place(channel);
    return [...place.messages.values()]
      .filter((message) => message.seenBy === null || message.seenBy === this.id)
      .map((message) => messageJson(this.#around.world, message));
  }

  /**
   * The text of a message in a client of this person that has met nobody yet. It knows the names in the message's own
   * payload, and shows everybody else as unknown.
   */
  reads(where: Where): string {
    const { world } = this.#around;
    return namedText(world, messageJson(world, messageAt(world, where)), this.user);
  }

  async #use(message: StoredMessage, type: ComponentType, data: Json, how: How): Promise<Answer> {
    if (message.seenBy !== null && message.seenBy !== this.id) {
      throw new Error(`${this.name} does not see this message, which is for one other person.`);
    }
    if (message.deleted) throw new Error('The message has been deleted.');
    const owners = message.json.interaction_metadata?.authorizing_integration_owners;
    return this.#send(
      message.channel,
      InteractionType.MessageComponent,
      { component_type: type, ...data },
      how,
      {
        owners: owners ?? { '0': message.channel.guildId ?? '0' },
        source: message,
      },
    );
  }

  async #send(
    channel: Channel,
    type: InteractionType,
    data: Json,
    how: How,
    more: Omit<InteractionFields, 'type' | 'data' | 'user' | 'channel'>,
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

  /** The options, with every autocompleted text replaced by the suggestion that the person takes. */
  async #confirmed(line: string, values: OptionValues, how: How): Promise<OptionValues> {
    const entered: Record<string, OptionValues[string]> = { ...values };
    const [name = '', ...words] = line.split(' ');
    const { command } = this.#command(name, ApplicationCommandType.ChatInput, this.#place(how.channel), how);
    for (const option of commandPath(command, words).options) {
      const typed = entered[option.name];
      if (!option.autocomplete || typed === undefined) continue;
      const choices = await this.type(line, entered, { ...how, focused: option.name });
      const choice = choices.find((each) => each.name === typed) ?? choices[0];
      if (!choice) throw new Error(`Nothing is suggested for "${option.name}": ${JSON.stringify(typed)}.`);
      entered[option.name] = takenAs(this.user, option, choice);
    }
    return entered;
  }

  /**
   * The place of the person: the named channel, their private conversation, or the first text channel of their first
   * server.
   */
  #place(named?: Thing): Channel {
    const { world } = this.#around;
    if (named === undefined) return this.#home ?? firstPlace(world, this.user);
    const channel = world.channels.get(idOf(named));
    if (!channel) throw new Error('There is no such channel (any more).');
    return channel;
  }

  /**
   * The command as it is offered here, with its installations.
   * @throws Error if it is not offered
   */
  #command(name: string, kind: ApplicationCommandType, place: Channel, how: How) {
    const { world } = this.#around;
    const command = knownCommand(world, name, kind, place);
    if (!how.force) refuseUnlessOffered(world, command, this.user, place);
    return { command, owners: ownersOf(world, command, this.user, place), commandType: kind };
  }

  #resolver(place: Channel): Resolver {
    return makeResolver(this.#around.world, place);
  }
}
