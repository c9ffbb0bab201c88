import { describe, expect, test } from 'vitest';
import { FILE_LIMITS } from '../src/files/proof-file.ts';
import { TITLE_LANGUAGES } from '../src/roadmap/roadmap.ts';
import { QUOTA } from '../src/store/proofs/quota.ts';
import { LANGUAGES, wordsFor } from '../src/words/index.ts';
import { localised, localisedName } from '../src/words/localised.ts';
import { type Entry, entriesOf, parametersIn } from './catalogue.ts';

/** Arguments to try, by the type that English gives a parameter. None has the letters of another in it. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  string: ['ACID', 'Şifreleme & çığ'],
  'string | null': ['Europe/Istanbul', null],
  number: [0, 1, 2, 3, 7, 45, 150],
  boolean: [true, false],
  'readonly string[]': [['Kafka'], ['Kafka', 'Redis'], ['Kafka', 'Redis', 'Nginx']],
  State: ['todo', 'doing', 'done', 'skipped'],
  ReversibleAct: ['start', 'done', 'skip', 'pause', 'reset', 'snooze', 'review', 'later', 'swap'],
  Grade: ['again', 'hard', 'good', 'easy'],
  '(command: string) => string': [(command: string) => `</${command}:1>`],
};

const parameters = parametersIn('src/words/en');
const [english, turkish] = [entriesOf(LANGUAGES.en), entriesOf(LANGUAGES.tr)];
const languages = Object.entries(LANGUAGES).map(([code, words]) => [code, entriesOf(words)] as const);
/** The languages beside English, each with its entries by their paths. */
const others = languages
  .filter(([code]) => code !== 'en')
  .map(([code, entries]) => [code, new Map(entries.map((entry) => [entry.path, entry]))] as const);

/** Every list of arguments that can be made from the samples. */
function argumentsFor(path: string): readonly (readonly unknown[])[] {
  let lists: readonly (readonly unknown[])[] = [[]];
  for (const type of parameters.get(path) ?? []) {
    const samples = SAMPLES[type];
    if (samples === undefined) throw new Error(`${path} takes a ${type}, of which there is no sample`);
    lists = lists.flatMap((list) => samples.map((sample) => [...list, sample]));
  }
  return lists;
}

function said({ path, value }: Entry, given: readonly unknown[]): unknown {
  if (typeof value !== 'function') return value;
  const text: unknown = Reflect.apply(value, undefined, given);
  if (typeof text !== 'string') throw new Error(`${path} says ${String(text)}`);
  return text;
}

const shape = (entries: readonly Entry[]) => entries.map(({ path, value }) => `${path}: ${typeof value}`);

/** Everything that an entry says. */
const allSaid = (entry: Entry): readonly unknown[] =>
  typeof entry.value === 'function'
    ? argumentsFor(entry.path).map((given) => said(entry, given))
    : [entry.value];

/** Without what was put in: names of commands, code, and the samples themselves. */
const own = (text: unknown): string =>
  String(text)
    .replaceAll(/`[^`]*`|<\/[^>]*>/g, '')
    .replaceAll(/ACID|Şifreleme & çığ|Europe\/Istanbul|Kafka|Redis|Nginx|Roadmate/g, '');

test('roadmaps give their titles in the same languages', () => {
  expect([...TITLE_LANGUAGES].toSorted()).toEqual(Object.keys(LANGUAGES).toSorted());
});

test('the samples reach every function', () => {
  const functions = english.filter(({ value }) => typeof value === 'function');
  expect(functions.length).toBeGreaterThan(80);
  expect(functions.filter(({ path }) => !parameters.has(path))).toEqual([]);
  expect(argumentsFor('topic.since').length).toBe(8);
});

test.each(others)('%s says the same things, each as a text or each as a function', (_, byPath) => {
  expect(shape([...byPath.values()]).toSorted()).toEqual(shape(english).toSorted());
  expect(new Set(english.map(({ value }) => typeof value))).toEqual(new Set(['string', 'function']));
});

describe.each(languages)('in %s', (_, entries) => {
  test('nothing is empty, and nothing looks like a mistake of the program', () => {
    const wrong = entries.flatMap((entry) =>
      allSaid(entry)
        .filter(
          (text) => !/\S/.test(String(text)) || /undefined|null|NaN|\[object|=>|\$\{/.test(String(text)),
        )
        .map((text) => `${entry.path}: ${String(text)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no space stands at an end, and none is double', () => {
    const wrong = entries.filter((entry) => allSaid(entry).some((text) => /^\s|\s$| {2}/.test(String(text))));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test.each([
    ['descriptions of commands', 100, /^commands\./],
    [
      'buttons',
      80,
      /^(act|confirm\.yes|schedule\.see)\.|^today\.(swap|iKnow|more|open)$|^daily\.(imIn|myPicks|discuss)$|^weekly\.myWeek$|^setup\.(changeTime|open|start|checkAgain|resume|putRight)$|^progress\.(whole|open|mine|share)$|^roadmap\.(fromTicks|fromZero|previous|following|whatNow|lookThrough|allSections)$|^settings\.(change|typeAgain|show|hide|export|delete)$|^help\.setUp$|^schedule\.preview$|^shared\.(readAll|openLink|previousPart|nextPart|open|writeAgain)$|^teachBack\.(clear|gap|questions|answered|stillOpen)$|^thesis\.(offer|accept|needsWork|comments)$/,
    ],
    ['titles of forms', 45, /^later\.title$|^setup\.formTitle$|^settings\.(zoneTitle|delete)$/],
    [
      'labels in forms',
      45,
      /^later\.(which|when|orDate)$|^setup\.(formTime|formZone)$|^settings\.(zoneQuestion|typeToDelete)$|^teachBack\.formTitle$|^thesis\.formTitle\.|^(teachBack|thesis)\.formLabel$/,
    ],
    [
      'hints in forms and under choices',
      100,
      /^later\.dateHint$|^setup\.(formTimeHint|formZoneHint)$|^settings\.(zoneHint|usualDayStart)$|^teachBack\.formHint$|^thesis\.formHint\./,
    ],
    [
      'what stands in an open select',
      150,
      /^confirm\.chooseOne$|^today\.(notThese|which)$|^roadmap\.(sections|chooseTopic)$|^setup\.(choose\w+|noRole)$|^settings\.(nearZones|dayStart|language)$/,
    ],
    [
      'choices',
      100,
      /^schedule\.kind\.|^later\.days$|^settings\.(dayStartsAt|languageIs|languageAsDiscord)$|^name$/,
    ],
  ])('%s have at most %d characters', (__, most, where) => {
    const found = entries.filter(({ path }) => where.test(path));
    expect(found).not.toEqual([]);
    const long = found.filter((entry) => allSaid(entry).some((text) => String(text).length > most));
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

test.each(others)('what is put into an English sentence is in that of %s as well', (_, byPath) => {
  const missing = english.flatMap((entry) => {
    const translated = byPath.get(entry.path);
    if (translated === undefined || typeof entry.value !== 'function') return [];
    return argumentsFor(entry.path).flatMap((given) => {
      const texts = given.filter((each) => typeof each === 'string' && /^[A-ZŞ]/.test(each));
      const [here, there] = [String(said(entry, given)), String(said(translated, given))];
      return texts
        .filter((each) => here.includes(String(each)) !== there.includes(String(each)))
        .map((each) => `${entry.path}(${given.join(', ')}): ${String(each)}`);
    });
  });
  expect(missing).toEqual([]);
});

describe('no English is left', () => {
  test.each(others)('where English has words, %s has others', (_, byPath) => {
    const same = english.filter((entry) => {
      const [here] = allSaid(entry);
      const [there] = allSaid(byPath.get(entry.path) ?? entry);
      return /\p{L}{3}/u.test(own(here)) && own(here) === own(there);
    });
    expect(same.map(({ path }) => path)).toEqual([]);
  });

  test('in Turkish: no word of English stands among the others', () => {
    const words =
      /(?<![\p{L}’'])(the|and|you|your|of|is|are|this|that|with|topic|topics|group|done)(?!\p{L})/iu;
    const mixed = turkish.filter((entry) => allSaid(entry).some((text) => words.test(own(text))));
    expect(mixed.map(({ path }) => path)).toEqual([]);
    expect(english.some((entry) => allSaid(entry).some((text) => words.test(own(text))))).toBe(true);
  });
});

test.each([
  ['tr', 'tr-TR'],
  ['en-GB', 'en-US'],
  ['en-US', 'en-US'],
  ['xx', 'en-US'],
  ['zh-CN', 'en-US'],
  ['', 'en-US'],
  // No names of Object's own.
  ['constructor', 'en-US'],
])('Discord’s locale %j is answered in %s', (locale, answered) => {
  expect(wordsFor(locale).locale).toBe(answered);
});

test('what Discord shows of commands is given for both Englishes and for Turkish', () => {
  expect(localised((words) => words.commands.done)).toMatchObject({
    description: 'Tick a topic off',
    description_localizations: {
      'en-US': 'Tick a topic off',
      'en-GB': 'Tick a topic off',
      tr: 'Bir konuyu bitti olarak işaretle',
    },
  });
  expect(localisedName((words) => words.schedule.kind.daily)).toMatchObject({
    name: 'Daily topics',
    name_localizations: { 'en-US': 'Daily topics', 'en-GB': 'Daily topics', tr: 'Günün konuları' },
  });
});

test.each([
  ['en-US', 1, 0, 'One of you has begun it'],
  ['en-US', 2, 0, '2 of you have begun it'],
  ['en-US', 5, 1, 'One of you is one topic away'],
  ['en-US', 5, 2, '2 of you are one topic away'],
  ['tr', 1, 0, 'Biriniz başladı bile'],
  ['tr', 2, 0, '2 kişi başladı bile'],
  ['tr', 5, 1, 'Birinizin tek konusu kaldı'],
  ['tr', 5, 2, '2 kişinin tek konusu kaldı'],
])('%s, for %i who have begun a section and %i near its end: “%s”', (locale, begun, near, sentence) => {
  expect(wordsFor(locale).weekly.finishTogether('Databases', begun, near)).toContain(sentence);
});

test.each(Object.values(LANGUAGES))('limits in $locale are said as they are', (words) => {
  const count = new Intl.NumberFormat(words.locale);
  const megabytes = (bytes: number): string => `${count.format(bytes / 1024 / 1024)} MB`;
  const { problem, form } = words.proof;
  expect(problem.quota.parts).toContain(count.format(QUOTA.parts));
  expect(problem.quota.proofs).toContain(count.format(QUOTA.proofs));
  expect(problem.quota.files).toContain(megabytes(QUOTA.files));
  expect(form.fileHint).toContain(megabytes(FILE_LIMITS.text));
  expect(form.fileHint).toContain(megabytes(FILE_LIMITS.pdf));
  expect(problem['too-large'].text).toContain(megabytes(FILE_LIMITS.text));
  expect(problem['too-large'].pdf).toContain(megabytes(FILE_LIMITS.pdf));
});
