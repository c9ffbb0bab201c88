import {
  ActionRowBuilder,
  ApplicationIntegrationType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  CheckboxGroupBuilder,
  CheckboxGroupOptionBuilder,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  FileUploadBuilder,
  InteractionContextType,
  LabelBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SectionBuilder,
  SeparatorBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
  WebhookClient,
  type MessageActionRowComponentBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { checkRequest, type Request } from '../../../playground/rules/index.ts';
import { answer, many, post, put, V2, verdict } from './ask.ts';

const done = new ButtonBuilder().setCustomId('1:done:42').setLabel('Done').setStyle(ButtonStyle.Success);
const link = new ButtonBuilder()
  .setURL('https://example.org/acid')
  .setLabel('Read')
  .setStyle(ButtonStyle.Link);
const row = new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(done, link.setEmoji('📖'));

const card = new ContainerBuilder()
  .setAccentColor(0x5865f2)
  .addTextDisplayComponents(
    new TextDisplayBuilder().setContent('-# Main Roadmap > More on Databases\n## ACID'),
  )
  .addSeparatorComponents(new SeparatorBuilder())
  .addSectionComponents(
    new SectionBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('Next: isolation levels'))
      .setButtonAccessory(
        new ButtonBuilder().setCustomId('1:start:43').setLabel('Start').setStyle(ButtonStyle.Primary),
      ),
    new SectionBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('Ayşe is on it'))
      .setThumbnailAccessory(
        new ThumbnailBuilder().setURL('https://cdn.example.org/a.png').setDescription('Ayşe'),
      ),
  )
  .addMediaGalleryComponents(
    new MediaGalleryBuilder().addItems({
      media: { url: 'attachment://week.png' },
      description: 'The week: 12 topics',
    }),
  )
  .addActionRowComponents(
    row,
    new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('1:section')
        .setPlaceholder('Section')
        .addOptions(
          many(25, (index) => ({ label: `Section ${index}`, value: `s${index}`, default: index === 3 })),
        ),
    ),
    new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(
      new ChannelSelectMenuBuilder()
        .setCustomId('1:channel')
        .setChannelTypes(0)
        .setDefaultChannels('200000000000000001'),
    ),
  );

const modal = new ModalBuilder()
  .setCustomId('1:proof:42')
  .setTitle('Explain ACID simply')
  .addTextDisplayComponents(new TextDisplayBuilder().setContent('As if to a friend.'))
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Explanation')
      .setDescription('A few sentences')
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId('text')
          .setStyle(TextInputStyle.Paragraph)
          .setMinLength(10)
          .setMaxLength(4000),
      ),
    new LabelBuilder()
      .setLabel('Picture')
      .setFileUploadComponent(new FileUploadBuilder().setCustomId('file').setMinValues(0).setRequired(false)),
    new LabelBuilder()
      .setLabel('Shown to')
      .setCheckboxGroupComponent(
        new CheckboxGroupBuilder()
          .setCustomId('to')
          .addOptions(
            new CheckboxGroupOptionBuilder().setLabel('The group').setValue('group').setDefault(true),
          ),
      ),
  );

const commands = [
  new SlashCommandBuilder()
    .setName('done')
    .setNameLocalization('tr', 'bitti')
    .setDescription('Tick a topic off')
    .setDescriptionLocalizations({ tr: 'Bir konuyu bitir', 'en-US': 'Tick a topic off' })
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
    .addStringOption((option) =>
      option.setName('topic').setDescription('Which').setRequired(true).setAutocomplete(true),
    ),
  new SlashCommandBuilder()
    .setName('schedule')
    .setDescription('When posts come')
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((sub) => sub.setName('preview').setDescription('The next five'))
    .addSubcommand((sub) =>
      sub
        .setName('test')
        .setDescription('A test post')
        .addIntegerOption((option) =>
          option.setName('kind').setDescription('Which').addChoices({ name: 'daily', value: 1 }),
        ),
    ),
  new ContextMenuCommandBuilder().setName('Show progress').setType(2),
];

test('components built by discord.js pass', () => {
  const files = [{ field: 'files[0]', name: 'week.png', size: 40_000 }];
  expect(verdict(post({ ...V2, components: [card.toJSON()] }, { files }))).toEqual([]);
  expect(verdict(answer(9, modal.toJSON(), { interactionType: 3 }))).toEqual([]);
  expect(verdict(put(...commands.map((command) => command.toJSON())))).toEqual([]);
});

/** An answer as discord.js reads it. The page brings types of the DOM along, which differ from Node's. */
function answered(body: object) {
  const response = Response.json(body);
  const { ok, status, statusText, bodyUsed, headers } = response;
  return {
    ok,
    status,
    statusText,
    bodyUsed,
    headers,
    body: null,
    arrayBuffer: async () => response.arrayBuffer(),
    json: async () => response.json(),
    text: async () => response.text(),
  };
}

/** A webhook of discord.js that stores its requests instead of sending them. */
function keptWebhook(): { webhook: WebhookClient; requests: Request[] } {
  const requests: Request[] = [];
  const options = {
    allowedMentions: { parse: [] },
    rest: {
      makeRequest: async (address: string, init: { method?: string; body?: unknown }) => {
        const url = new URL(address);
        const path = decodeURIComponent(url.pathname.replace('/api/v10', ''));
        requests.push({
          method: init.method ?? 'GET',
          path,
          query: Object.fromEntries(url.searchParams),
          ...bodyOf(init.body),
        });
        return answered({ id: '1', channel_id: '1', author: { id: '1' }, attachments: [], embeds: [] });
      },
    },
  };
  const webhook = new WebhookClient({ id: '100000000000000001', token: 'token' }, options);
  return { webhook, requests };
}

function bodyOf(body: unknown): Pick<Request, 'body' | 'files'> {
  if (!(body instanceof FormData)) return { body: typeof body === 'string' ? JSON.parse(body) : undefined };
  const parts = [...body.entries()];
  const json = body.get('payload_json');
  const files = parts.flatMap(([field, part]) =>
    part instanceof File ? [{ field, name: part.name, size: part.size, contentType: part.type }] : [],
  );
  return { body: JSON.parse(typeof json === 'string' ? json : 'null'), files };
}

test('the requests of discord.js itself pass: JSON, uploads, edits, Components V2', async () => {
  const { webhook, requests } = keptWebhook();
  const picture = new AttachmentBuilder(Buffer.from('png'), { name: 'week.png', description: 'The week' });
  await webhook.send('Well done');
  await webhook.send({
    embeds: [new EmbedBuilder().setTitle('ACID').setTimestamp(0).setImage('attachment://week.png')],
    files: [picture],
  });
  await webhook.send({ components: [card], files: [picture], flags: MessageFlags.IsComponentsV2 });
  await webhook.editMessage('300000000000000001', { content: 'Done', components: [row] });
  await webhook.deleteMessage('@original');

  expect(requests.map(({ method, files }) => [method, files?.length ?? 0])).toEqual([
    ['POST', 0],
    ['POST', 1],
    ['POST', 1],
    ['PATCH', 0],
    ['DELETE', 0],
  ]);
  expect(requests.map(checkRequest)).toEqual([null, null, null, null, null]);
});
