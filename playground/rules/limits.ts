/**
 * Discord's limits, named by what they limit. Lengths are UTF-16 code units. Discord never counts more than these, so a
 * text within a limit here is within it there. Sizes are bytes.
 */
export const limits = {
  message: { content: 2000, embeds: 10, stickers: 3, nonce: 25, rows: 5, mentioned: 100 },
  embed: {
    total: 6000,
    title: 256,
    description: 4096,
    fields: 25,
    fieldName: 256,
    fieldValue: 1024,
    footer: 2048,
    author: 256,
  },
  components: {
    total: 40,
    text: 4000,
    customId: 100,
    galleryItems: 10,
    sectionTexts: 3,
    mediaDescription: 1024,
  },
  button: { label: 80, url: 512, inRow: 5 },
  select: { options: 25, label: 100, value: 100, description: 100, placeholder: 150 },
  modal: {
    title: 45,
    components: 5,
    label: 45,
    description: 100,
    text: 4000,
    placeholder: 100,
    fileTypes: 10,
    radioOptions: 10,
    checkboxOptions: 10,
    files: 10,
  },
  command: {
    slash: 100,
    user: 15,
    message: 15,
    name: 32,
    description: 100,
    options: 25,
    choices: 25,
    choiceName: 100,
    choiceValue: 100,
    total: 8000,
  },
  autocomplete: { choices: 25, name: 100, value: 100 },
  thread: { name: 100, archiveMinutes: [60, 1440, 4320, 10_080] },
  files: { count: 10, file: 10 * 1024 * 1024, request: 25 * 1024 * 1024 },
} as const;
