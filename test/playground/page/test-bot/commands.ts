import {
  ApplicationCommandOptionType as Kind,
  ApplicationCommandType,
  type ApplicationCommandDataResolvable,
} from 'discord.js';

const show = (name: string, description: string) => ({ type: Kind.Subcommand as const, name, description });

/** A command for each kind of thing that the page shows. */
export const commands: ApplicationCommandDataResolvable[] = [
  {
    name: 'show',
    description: 'Shows one of everything',
    descriptionLocalizations: { tr: 'Her şeyden birini gösterir' },
    options: [
      { ...show('markdown', 'All Markdown'), descriptionLocalizations: { tr: 'Bütün Markdown' } },
      show('embeds', 'Embeds'),
      show('components', 'All components of the new kind'),
      show('buttons', 'Buttons and selects of the old kind'),
    ],
  },
  {
    name: 'modal',
    description: 'Opens a modal with half of the kinds of field',
    options: [{ type: Kind.Boolean, name: 'other', description: 'The other half' }],
  },
  { name: 'slow', description: 'Thinks before it answers' },
  { name: 'silent', description: 'Never answers' },
  { name: 'thread', description: 'Starts a thread' },
  {
    name: 'planet',
    description: 'Chooses a planet',
    options: [
      { type: Kind.String, name: 'name', description: 'Which one', required: true, autocomplete: true },
      { type: Kind.Integer, name: 'moons', description: 'How many moons', minValue: 0, maxValue: 100 },
      { type: Kind.User, name: 'who', description: 'For whom' },
      { type: Kind.Channel, name: 'where', description: 'In which channel' },
      { type: Kind.Role, name: 'role', description: 'For which role' },
      { type: Kind.Boolean, name: 'ringed', description: 'Whether it has rings' },
      {
        type: Kind.String,
        name: 'size',
        description: 'How large',
        choices: [
          { name: 'Small', value: 's' },
          { name: 'Large', value: 'l' },
        ],
      },
      { type: Kind.Attachment, name: 'picture', description: 'A picture of it' },
    ],
  },
  { type: ApplicationCommandType.Message, name: 'Explain this' },
  { type: ApplicationCommandType.User, name: 'About them' },
];
