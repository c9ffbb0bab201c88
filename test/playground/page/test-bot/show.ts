import { crc32, deflateSync } from 'node:zlib';
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ContainerBuilder,
  EmbedBuilder,
  FileBuilder,
  MediaGalleryBuilder,
  MentionableSelectMenuBuilder,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  SeparatorSpacingSize,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
  type ChatInputCommandInteraction,
  type MessageActionRowComponentBuilder,
} from 'discord.js';

/** 2026-11-20T09:00:00Z */
const MOMENT = 1_795_165_200;

/** All of Discord's Markdown, with mentions of what exists in the server. */
export const MARKDOWN = ({
  user,
  channelId,
  guildId,
  commandId,
}: ChatInputCommandInteraction): string => `# Heading one
## Heading two
### Heading three
-# Subtext
**bold** *italic* __underlined__ ~~struck~~ ***both*** \`code\` ||hidden **spoiler**||
> A quote
> with two lines
- one
- two
  - inside **two**
    - deeper
- three
3. third
4. fourth
\`\`\`ts
const answer = 42; // - not a list
\`\`\`
[a link](https://example.org/) <https://example.org/bare> \\*not italic\\*
<t:${MOMENT}:t> <t:${MOMENT}:T> <t:${MOMENT}:d> <t:${MOMENT}:D> <t:${MOMENT}:f> <t:${MOMENT}:F> <t:${MOMENT}:R>
<@${user.id}> <#${channelId}> <@&${guildId ?? user.id}> </show markdown:${commandId}> @everyone [trap](javascript:alert)`;

export function embeds(): EmbedBuilder[] {
  return [
    new EmbedBuilder()
      .setColor(0x2f7d5b)
      .setAuthor({ name: 'Roadmap' })
      .setTitle('An embed with **all** parts')
      .setURL('https://example.org/')
      .setDescription('With a [link](https://example.org/) and\n- a list')
      .addFields(
        { name: 'One', value: 'first', inline: true },
        { name: 'Two', value: 'second', inline: true },
        { name: 'Three', value: 'third', inline: true },
        { name: 'Wide', value: 'Over the whole width' },
      )
      .setImage('attachment://picture.png')
      .setFooter({ text: 'A footer' })
      .setTimestamp(MOMENT * 1000),
    new EmbedBuilder().setDescription('A bare one'),
  ];
}

const button = (id: string, label: string, style: ButtonStyle): ButtonBuilder =>
  new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(style);

type Row = ActionRowBuilder<MessageActionRowComponentBuilder>;
const row = (...components: MessageActionRowComponentBuilder[]): Row =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...components);

const planets = (id: string): StringSelectMenuBuilder =>
  new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder('Planets')
    .addOptions(
      { label: 'Mars', value: 'mars', description: 'Red', emoji: '🔴' },
      { label: 'Earth', value: 'earth', description: 'Blue', emoji: '🌍' },
      { label: 'Saturn', value: 'saturn' },
    );

export function buttons(): Row[] {
  return [
    row(
      button('primary', 'Primary', ButtonStyle.Primary),
      button('secondary', 'Secondary', ButtonStyle.Secondary),
      button('success', 'Success', ButtonStyle.Success),
      button('danger', 'Danger', ButtonStyle.Danger),
      new ButtonBuilder().setURL('https://example.org/').setLabel('Link').setStyle(ButtonStyle.Link),
    ),
    row(
      button('silent', 'Silent', ButtonStyle.Secondary),
      button('disabled', 'Disabled', ButtonStyle.Primary).setDisabled(true),
      new ButtonBuilder().setCustomId('emoji').setEmoji('⭐').setStyle(ButtonStyle.Secondary),
    ),
    row(planets('one')),
    row(planets('several').setPlaceholder('Several planets').setMinValues(1).setMaxValues(3)),
  ];
}

/** Every kind of component of the new kind. */
export function moreComponents(): (ContainerBuilder | TextDisplayBuilder | FileBuilder)[] {
  const url = 'attachment://picture.png';
  const container = new ContainerBuilder()
    .setAccentColor(0xe0a458)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('## A container\nwith an accent'))
    .addSeparatorComponents(new SeparatorBuilder())
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('**A section** with a button'))
        .setButtonAccessory(button('section', 'Start', ButtonStyle.Success)),
      new SectionBuilder()
        .addTextDisplayComponents(
          new TextDisplayBuilder().setContent('A section with a picture\n-# and subtext'),
        )
        .setThumbnailAccessory(new ThumbnailBuilder().setURL(url).setDescription('A small gradient')),
    )
    .addSeparatorComponents(new SeparatorBuilder().setSpacing(SeparatorSpacingSize.Large).setDivider(false))
    .addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems(
        { media: { url }, description: 'A gradient' },
        { media: { url }, spoiler: true },
      ),
    )
    .addActionRowComponents(
      row(new UserSelectMenuBuilder().setCustomId('user').setPlaceholder('A person')),
      row(new RoleSelectMenuBuilder().setCustomId('role').setPlaceholder('A role')),
      row(new ChannelSelectMenuBuilder().setCustomId('channel').setPlaceholder('A channel')),
      row(new MentionableSelectMenuBuilder().setCustomId('mentionable').setPlaceholder('A person or role')),
    );
  return [
    new TextDisplayBuilder().setContent('Text outside of a container'),
    container,
    new FileBuilder().setURL('attachment://notes.md'),
    new ContainerBuilder()
      .setSpoiler(true)
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('A hidden container')),
  ];
}

const WIDTH = 320;
const HEIGHT = 120;

/** A gradient, drawn here so that no file has to be kept. */
export function picture(): AttachmentBuilder {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      rows.set([40 + (x * 180) / WIDTH, 120, 80 + (y * 150) / HEIGHT], y * (1 + WIDTH * 3) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const png = [
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new AttachmentBuilder(Buffer.concat(png), { name: 'picture.png', description: 'A gradient' });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const all = Buffer.alloc(body.length + 8);
  all.writeUInt32BE(data.length, 0);
  body.copy(all, 4);
  all.writeUInt32BE(crc32(body), body.length + 4);
  return all;
}
