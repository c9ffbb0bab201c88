import type { Section, Topic } from '../roadmap.ts';
import { type Edit, EditError, type SectionPlace } from './edit.ts';
import type { EditedFile } from './open.ts';
import { allSections, type Planned, type PlannedTopic } from './planned.ts';
import { addLine, changeLink, changeNote, dropLine } from './line-ways.ts';
import { allOf } from './section-lines.ts';
import {
  addSection,
  moveSection,
  removeSection,
  retitleSection,
  type SectionAnchor,
} from './section-ways.ts';
import type { Ways } from './splice.ts';
import { bareLabel, linkTyped, tidied, titleInComment, writtenLink } from './typed.ts';
import { addTopics, type Anchor, direct, mergeTopic, moveTopic, removeTopic, retitle } from './ways.ts';

/**
 * The ways to write an edit in the form that the file has.
 * @param planned what the file should read as afterwards
 * @throws EditError if the topic or section does not exist
 */
export function waysOf(file: EditedFile, planned: Planned, edit: Edit): Ways {
  const topic = (key: string): Topic => {
    const was = planned.byKey.get(key)?.was;
    if (was === undefined || was === null) throw new EditError({ code: 'unknown', key });
    return was;
  };
  const section = (key: string): Section => {
    const there = allOf(file.roadmap.sections).find((one) => one.key === key);
    if (there === undefined) throw new EditError({ code: 'unknown', key });
    return there;
  };
  const beside = (place: SectionPlace): SectionAnchor =>
    place.in === 'roadmap' ? null : { in: place.in, section: section(place.key) };
  switch (edit.kind) {
    case 'add':
    case 'split': {
      const titles = edit.kind === 'add' ? [edit.title] : edit.titles;
      return addTopics(
        file,
        anchorOf(planned, ({ was }) => was === null),
        titles.map(tidied),
      );
    }
    case 'rename':
      return retitle(file, topic(edit.key), tidied(edit.title));
    case 'translate':
      return direct(
        file,
        topic(edit.key),
        edit.language,
        edit.title === null ? null : titleInComment(edit.title),
      );
    case 'translate-head':
      return direct(
        file,
        section(edit.section),
        edit.language,
        edit.title === null ? null : titleInComment(edit.title),
      );
    case 'move':
      return moveTopic(
        file,
        topic(edit.key),
        anchorOf(planned, ({ was }) => was?.key === edit.key),
      );
    case 'remove':
      return removeTopic(file, topic(edit.key));
    case 'merge':
      return mergeTopic(file, topic(edit.key), topic(edit.into));
    case 'link':
      return addLine(file, topic(edit.key), (spell) => writtenLink(linkTyped(edit.link), spell));
    case 'note':
      return addLine(file, topic(edit.key), (spell) => spell(tidied(edit.text)));
    case 'unlink': {
      const { url } = topic(edit.key).resources[edit.at] ?? { url: '' };
      return dropLine(file, topic(edit.key), bareLabel(url));
    }
    case 'unnote':
      return dropLine(file, topic(edit.key), topic(edit.key).notes[edit.at] ?? '');
    case 'relink': {
      const was = topic(edit.key).resources[edit.at] ?? { label: '', url: '' };
      return changeLink(file, topic(edit.key), was, linkTyped(edit.link));
    }
    case 'renote':
      return changeNote(file, topic(edit.key), topic(edit.key).notes[edit.at] ?? '', tidied(edit.text));
    case 'add-section':
      return addSection(file, beside(edit.place), tidied(edit.title), edit.titles.map(tidied));
    case 'move-section':
      return moveSection(file, section(edit.section), beside(edit.place));
    case 'remove-section':
      return removeSection(file, section(edit.section));
    case 'needs':
      // Needs are written last, when all keys are known.
      return [file.lines];
    case 'minutes':
      return direct(file, topic(edit.key), 'minutes', edit.minutes === null ? null : String(edit.minutes));
    case 'head':
      return retitleSection(file, section(edit.section), tidied(edit.title));
    default: {
      return direct(file, section(edit.section), 'methods', edit.methods.join(' '));
    }
  }
}

/** The anchor of the first planned topic that `isIt` accepts. */
function anchorOf({ sections }: Planned, isIt: (topic: PlannedTopic) => boolean): Anchor {
  const among = (list: readonly PlannedTopic[], first: Anchor | null): Anchor | null => {
    const at = list.findIndex(isIt);
    const before = list[at - 1]?.was ?? null;
    if (at !== -1) return before === null ? first : { behind: before };
    for (const { was, children } of list) {
      const found = among(children, was === null ? null : { under: was });
      if (found !== null) return found;
    }
    return null;
  };
  for (const { was, topics } of allSections(sections)) {
    const found = was === null ? null : among(topics, { heads: was });
    if (found !== null) return found;
  }
  throw new EditError({ code: 'not-here' });
}
