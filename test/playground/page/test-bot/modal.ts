import {
  ChannelSelectMenuBuilder,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  FileUploadBuilder,
  LabelBuilder,
  ModalBuilder,
  RadioGroupBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

const label = (text: string): LabelBuilder => new LabelBuilder().setLabel(text);

/** Half of the kinds of field, because a modal holds at most five parts. */
export function everyModal(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('modal')
    .setTitle('A modal')
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('**Text** of the modal'))
    .addLabelComponents(
      label('Name')
        .setDescription('At least three letters')
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('name')
            .setStyle(TextInputStyle.Short)
            .setMinLength(3)
            .setMaxLength(40),
        ),
      label('Colour').setRadioGroupComponent(
        new RadioGroupBuilder()
          .setCustomId('colour')
          .addOptions({ label: 'Red', value: 'red', description: 'Warm' }, { label: 'Blue', value: 'blue' }),
      ),
      label('Planet').setStringSelectMenuComponent(
        new StringSelectMenuBuilder()
          .setCustomId('planet')
          .addOptions({ label: 'Mars', value: 'mars' }, { label: 'Earth', value: 'earth' }),
      ),
      label('Sure').setCheckboxComponent(new CheckboxBuilder().setCustomId('sure')),
    );
}

/** The other kinds of field. */
export function otherModal(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('other')
    .setTitle('Another modal')
    .addLabelComponents(
      label('Story').setTextInputComponent(
        new TextInputBuilder().setCustomId('story').setStyle(TextInputStyle.Paragraph).setRequired(false),
      ),
      label('Days').setCheckboxGroupComponent(
        new CheckboxGroupBuilder()
          .setCustomId('days')
          .setMinValues(1)
          .setMaxValues(2)
          .addOptions(
            { label: 'Monday', value: '1' },
            { label: 'Tuesday', value: '2' },
            { label: 'Sunday', value: '7' },
          ),
      ),
      label('Channel').setChannelSelectMenuComponent(
        new ChannelSelectMenuBuilder().setCustomId('channel').setRequired(false),
      ),
      label('File').setFileUploadComponent(new FileUploadBuilder().setCustomId('file').setRequired(false)),
    );
}
