import { count, list } from './grammar.ts';

/** Remarks on the lines of a roadmap file, and the reasons why a file is refused. */
export const reading = {
  line: (line: number, said: string): string => `Line ${line}: ${said}`,
  remark: {
    'empty-box': 'This box has no text, so it’s left out.',
    'picture-alone': 'There’s only a picture here, so it’s left out.',
    'row-without-text': 'This row names nothing, so it’s left out.',
    'untitled-section': 'This heading has no text; what’s under it belongs to the section above.',
    'box-in-text': 'This box is indented so far that it’s part of the text above. Indent it less.',
    'no-topics': 'There are no topics here.',
    'bullets-left-out': (boxes: number, bullets: number): string =>
      boxes === 0
        ? `There are no boxes, but ${count(bullets, 'bullet', 'bullets')}. Should they be the topics?`
        : `Only ${count(boxes, 'box became a topic', 'boxes became topics')}. Add ${count(bullets, 'bullet', 'bullets')}?`,
    'relative-link': (address: string): string =>
      `The link “${address}” leads to a file beside this one, so it’s left out.`,
    'unusable-link': (address: string): string => `The link “${address}” can’t be opened from Discord.`,
    'paragraph-cut': (limit: string): string =>
      `This paragraph has more than ${limit} characters. Only its beginning is read.`,
    'unknown-directive': (directive: string): string => `I don’t know “${directive}:”.`,
    'misspelt-directive': (directive: string, meant: string): string =>
      `I don’t know “${directive}:”. Did you mean “${meant}:”?`,
    'repeated-directive': (directive: string): string =>
      `“${directive}:” is given twice. The first one counts.`,
    'misplaced-directive': (directive: string): string => `“${directive}:” does nothing here.`,
    'missing-value': (directive: string): string => `“${directive}:” says nothing.`,
    'bad-value': (directive: string, value: string): string => `“${directive}:” can’t be “${value}”.`,
    'duplicate-id': (id: string, firstLine: number): string =>
      `The id “${id}” is taken by line ${firstLine}, so it doesn’t count here.`,
    'unknown-topic': (key: string): string => `It needs “${key}”, but there’s no such topic.`,
    'unknown-track': (key: string): string => `It’s about “${key}”, but there’s no such track.`,
    'needs-cycle': (keys: readonly string[]): string =>
      `These topics wait for one another: ${list(keys)}. What they need from later ones doesn’t count.`,
  },
  refusal: {
    'too-large': (limit: string): string => `The file has more than ${limit} bytes. Try a part of it.`,
    'too-many-lines': (limit: string): string => `The file has more than ${limit} lines. Try a part of it.`,
    'too-many-tags': (limit: string): string =>
      `The file has more than ${limit} HTML tags. Try a part of it.`,
    'too-many-topics': (limit: string): string =>
      `That would be more than ${limit} topics. Try a part of the file.`,
    'too-deep': (limit: string): string =>
      `Lists are nested more than ${limit} deep here. Indent them less and try again.`,
    'not-text': 'This isn’t a text file. Save it as Markdown (.md) and try again.',
    'unknown-encoding': 'I can’t read the letters here. Save the file as UTF-8 and try again.',
  },
};
