import { describe, expect, test } from 'vitest';
import { FILE_LIMITS } from '../src/files/proof-file.ts';
import { TITLE_LANGUAGES } from '../src/roadmap/roadmap.ts';
import { QUOTA } from '../src/store/proofs/quota.ts';
import { LANGUAGES, wordsFor } from '../src/words/index.ts';
import { localised, localisedName } from '../src/words/localised.ts';
import { pressable } from '../src/words/pressable.ts';
import { type Entry, entriesOf, parametersIn, timesIn } from './catalogue.ts';

/** Arguments to try, by the type of the parameter. No sample contains letters of another. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  string: ['ACID', 'Şifreleme & çığ'],
  'string | null': ['Europe/Istanbul', null],
  number: [0, 1, 2, 3, 7, 45, 150],
  boolean: [true, false],
  'readonly string[]': [['Kafka'], ['Kafka', 'Redis'], ['Kafka', 'Redis', 'Nginx']],
  State: ['todo', 'doing', 'done', 'skipped'],
  UndoableAct: ['start', 'done', 'skip', 'pause', 'reset', 'snooze', 'review', 'later', 'swap', 'log'],
  Grade: ['again', 'hard', 'good', 'easy'],
};

const parameters = parametersIn('src/words/en');
/** The functions that take an instant, with the positions of these parameters. */
const timesOf = timesIn('src/words/en');
const [english, turkish] = [entriesOf(LANGUAGES.en), entriesOf(LANGUAGES.tr)];
const byPath = new Map(turkish.map((entry) => [entry.path, entry]));
const languages = Object.entries(LANGUAGES).map(([code, words]) => [code, entriesOf(words)] as const);

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

/** Everything that an entry can say. */
const allSaid = (entry: Entry): readonly unknown[] =>
  typeof entry.value === 'function'
    ? argumentsFor(entry.path).map((given) => said(entry, given))
    : [entry.value];

/** The text without what was put in: names of commands, code, and the samples. */
const own = (text: unknown): string =>
  String(text)
    .replaceAll(/`[^`]*`|<\/[^>]*>/g, '')
    .replaceAll(/ACID|Şifreleme & çığ|Europe\/Istanbul|Kafka|Redis|Nginx|Roadmate/g, '');

test('the samples cover every function', () => {
  const functions = english.filter(({ value }) => typeof value === 'function');
  expect(functions.length).toBeGreaterThan(80);
  expect(functions.filter(({ path }) => !parameters.has(path))).toEqual([]);
  expect(argumentsFor('topic.since').length).toBe(8);
});

test('every language has the same entries, each as a text or as a function', () => {
  expect(shape(turkish).toSorted()).toEqual(shape(english).toSorted());
  expect(new Set(english.map(({ value }) => typeof value))).toEqual(new Set(['string', 'function']));
});

describe.each(languages)('in %s', (_, entries) => {
  test('nothing is empty, and nothing looks like a fault of the program', () => {
    const wrong = entries.flatMap((entry) =>
      allSaid(entry)
        .filter(
          (text) => !/\S/.test(String(text)) || /undefined|null|NaN|\[object|=>|\$\{/.test(String(text)),
        )
        .map((text) => `${entry.path}: ${String(text)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('there is no space at an end, and no double space', () => {
    const wrong = entries.filter((entry) => allSaid(entry).some((text) => /^\s|\s$| {2}/.test(String(text))));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test.each([
    ['descriptions of commands', 100, /^commands\./],
    [
      'buttons',
      80,
      /^(act|confirm\.yes|schedule\.see)\.|^today\.(swap|iKnow|more|open)$|^daily\.(imIn|myPicks|discuss)$|^weekly\.myWeek$|^setup\.(changeTime|open|start|change|back|checkAgain|resume|putRight)$|^progress\.(whole|open|mine|share)$|^roadmap\.(previous|following|whatNow|lookThrough|allSections)$|^settings\.(change|typeAgain|show|hide|export|delete)$|^help\.setUp$|^schedule\.preview$|^shared\.(readAll|openLink|previousPart|nextPart|open|writeAgain)$|^teachBack\.(clear|gap|questions|answered|stillOpen)$|^thesis\.(offer|accept|needsWork|comments)$/,
    ],
    ['titles of forms', 45, /^later\.title$|^setup\.formTitle$|^settings\.(zoneTitle|deleteTitle)$/],
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
      /^confirm\.chooseOne$|^today\.which$|^roadmap\.(sections|chooseTopic)$|^setup\.(choose\w+|noRole)$|^settings\.(nearZones|choose\w+)$/,
    ],
    [
      'choices',
      100,
      /^schedule\.kind\.|^later\.days$|^settings\.(languageAsDiscord$|fadingFrom\.)|^help\.partName\.|^name$/,
    ],
  ])('%s have at most %d characters', (__, most, where) => {
    const found = entries.filter(({ path }) => where.test(path));
    expect(found).not.toEqual([]);
    const long = found.filter((entry) => allSaid(entry).some((text) => String(text).length > most));
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

/** The sentences in which *proven* is said of topics, and those that tell how a topic becomes proven. */
const ABOUT_WHOLE_TOPICS =
  /^(map\.(own|group|legend)|progress\.proven(Short)?$|proof\.(toProve|allProven|allThere|percent|count|of)$|roles\.(proven|countsProven)$|editing\.(ways|methods|changeWays|waysHeading)$|help\.partName\.prove$)/;

/**
 * Words that must not be used for a thing, see docs/glossary.md; `except`: entries in which the word means something
 * else.
 */
const UNWANTED: Readonly<Record<string, readonly (readonly [word: RegExp, except?: RegExp])[]>> = {
  en: [
    [/\b(clear|gap)\b/i],
    [/\b(take|takes|took|taken) back\b/i],
    [/\b(withdraw|withdrew|withdrawn)\b/i],
    [/\btick(ed)? off\b/i],
    [/\bset back\b/i],
    [/\bsnooz/i],
    [/\bcheat ?sheet|\bcheatcode\b/i],
    [/\b(keep|kept) (it|this) (as|for)\b/i],
    [/\badmin/i],
    [/\b(lacks?|whoever|those who|further|anew|please)\b/i, /^showcase\.altHint$/],
    [/\bdeclare/i],
    [/\bsince\b/i],
    [/\b(begin|begun|begins)\b/i],
    [/\bcomplete\b/i],
    [/\bproofs?\b/i, /^attach\.|^help\.part\.prove$/],
    // A piece of work counts; only a whole topic is proven.
    [/\bprov(en|es?|ed)\b/i, ABOUT_WHOLE_TOPICS],
    [/\b(shall|meanwhile (?!\S)|one’s)\b/i],
    [/\bleave it(?! empty| out)|\blet it stand\b/i],
    // The curved apostrophe, and no comma before the last of several.
    [/\p{L}'\p{L}/u],
    [/\p{L}, \p{L}+, (and|or) \p{L}/u],
  ],
  tr: [
    [
      /(?<!alt )başlığ|(?<!alt )(?<!alt b)başlık/i,
      /^(importing|editing|reading|failure|permission|teachBack|thesis|shared|daily)\./,
    ],
    [/(?<!\p{L})serin(?!\p{L})/iu],
    [/ilan et/i],
    [/geri çek/i],
    [/anlaşılır bul/i],
    [/(?<!\p{L})cevap/iu],
    [/tarihinden beri|tarafından|içinde sıradaki|konudan \S+ tanesi/i],
    [/başa al/i],
    [/(?<!\p{L})yönetici/iu],
    [/\d\d\.\d\d(?!\.?\d)/],
    [/unutuluyor/i],
    [/kanıtla|kanıtlı/iu, ABOUT_WHOLE_TOPICS],
    [/(?<!\p{L})kanıtların(?!ı)/iu],
    [/\p{L}'\p{L}/u],
  ],
};

describe('each thing has one word', () => {
  test.each(languages)('in %s', (code, entries) => {
    const wrong = entries.flatMap((entry) =>
      (UNWANTED[code] ?? []).flatMap(([word, except]) =>
        except?.test(entry.path) === true
          ? []
          : allSaid(entry)
              .map(own)
              .filter((text) => word.test(text))
              .map((text) => `${entry.path}: ${text}`),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('an unwanted word would be found', () => {
    const [unclear] = UNWANTED['en'] ?? [];
    expect(unclear?.[0].test('Clear to Ada')).toBe(true);
  });
});

test('a timestamp is at the end of its line, because Discord writes it in the reader’s own language', () => {
  const stamp = '<t:1795341602:R>';
  const within = languages.flatMap(([code, entries]) =>
    entries.flatMap((entry) => {
      const names = timesOf.get(entry.path) ?? [];
      if (names.length === 0 || typeof entry.value !== 'function') return [];
      return argumentsFor(entry.path)
        .map((given) => given.map((each, index) => (names.includes(index) ? stamp : each)))
        .map((given) => String(said(entry, given)))
        .filter((text) => text.split('\n').some((line) => /<t:\d+:R>(?!\)?$)./.test(line)))
        .map((text) => `${code} ${entry.path}: ${text}`);
    }),
  );
  expect([...new Set(within)]).toEqual([]);
  expect(timesOf.size).toBeGreaterThan(10);
});

test('another language needs one folder: its own sentences are used, and missing ones are English', () => {
  /** English with every sentence in brackets. */
  const made = (part: unknown): unknown => {
    if (typeof part === 'string') return `[${part}]`;
    if (typeof part === 'function')
      return (...given: readonly unknown[]) => made(Reflect.apply(part, undefined, given));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, made(each)]));
  };
  const third = entriesOf(made(LANGUAGES.en));
  expect(shape(third)).toEqual(shape(english));
  const told = third.flatMap((entry) => allSaid(entry).map(String));
  expect(told.length).toBeGreaterThan(1000);
  expect(told.filter((text) => !text.startsWith('[') || !text.endsWith(']'))).toEqual([]);
});

describe('commands in sentences', () => {
  const words = pressable(
    LANGUAGES.en,
    new Map([
      ['settings', '7'],
      ['roadmap', '8'],
    ]),
  );

  test.each([
    ['in a text', words.settings.deleted, '`/today`'],
    ['with its subcommand', words.failure.tryTyping, '</roadmap view:8>'],
    ['in what a function says', words.progress.hidden('Ada'), '</settings:7>'],
  ])('can be pressed %s', (_, text, mention) => {
    expect(text).toContain(mention);
  });

  test('a typed text stays as it is', () => {
    expect(words.failure.unknownTopic('\\`/settings\\`')).toContain('\\`/settings\\`');
  });
});

test('values in an English sentence are in the Turkish one as well', () => {
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

describe('Turkish without English', () => {
  test('where English has words, Turkish has others', () => {
    const same = english.filter((entry) => {
      const [here] = allSaid(entry);
      const [there] = allSaid(byPath.get(entry.path) ?? entry);
      return /\p{L}{3}/u.test(own(here)) && own(here) === own(there);
    });
    expect(same.map(({ path }) => path)).toEqual([]);
  });

  test('no English word is among the Turkish ones', () => {
    const words =
      /(?<![\p{L}’'])(the|and|you|your|of|is|are|this|that|with|topic|topics|group|done)(?!\p{L})/iu;
    const mixed = turkish.filter((entry) => allSaid(entry).some((text) => words.test(own(text))));
    expect(mixed.map(({ path }) => path)).toEqual([]);
    expect(english.some((entry) => allSaid(entry).some((text) => words.test(own(text))))).toBe(true);
  });
});

test.each([
  ['tr', 'tr-TR'],
  ['en-GB', 'en-GB'],
  ['en-US', 'en-GB'],
  ['xx', 'en-GB'],
  ['zh-CN', 'en-GB'],
  ['', 'en-GB'],
  // Names of properties that every object has are no languages.
  ['constructor', 'en-GB'],
])('Discord’s locale %j gets %s', (locale, answered) => {
  expect(wordsFor(locale).locale).toBe(answered);
});

test('descriptions and names of commands exist in both kinds of English and in Turkish', () => {
  expect(localised((words) => words.commands.done)).toMatchObject({
    description: 'Mark a topic done',
    description_localizations: {
      'en-US': 'Mark a topic done',
      'en-GB': 'Mark a topic done',
      tr: 'Biten konuyu işaretle',
    },
  });
  expect(localisedName((words) => words.schedule.kind.daily)).toMatchObject({
    name: 'Daily topic',
    name_localizations: { 'en-US': 'Daily topic', 'en-GB': 'Daily topic', tr: 'Günün konusu' },
  });
});

test('roadmaps have their titles in the same languages', () => {
  expect([...TITLE_LANGUAGES].toSorted()).toEqual(Object.keys(LANGUAGES).toSorted());
});

test.each([
  ['en-US', 1, 0, 'Databases** (Backend) next week? One of you has started.'],
  ['en-US', 2, 0, '2 of you have started.'],
  ['en-US', 5, 1, 'nearly finished: one of you is 1 topic away.'],
  ['en-US', 5, 2, '2 of you are 1 topic away.'],
  ['tr', 1, 0, '1 kişi başladı'],
  ['tr', 2, 0, '2 kişi başladı'],
  ['tr', 5, 1, 'bir kişinin tek konusu kaldı.'],
  ['tr', 5, 2, '2 kişinin birer konusu kaldı.'],
])('%s, for %i who have started a section and %i near its end: “%s”', (locale, begun, near, sentence) => {
  expect(wordsFor(locale).weekly.finishTogether('Databases', 'Backend', begun, near)).toContain(sentence);
});

test.each(Object.values(LANGUAGES))('limits in $locale are named as they are', (words) => {
  const count = new Intl.NumberFormat(words.locale);
  const megabytes = (bytes: number): string => `${count.format(bytes / 1024 / 1024)}\u00A0MB`;
  const { problem, form } = words.proof;
  expect(problem.quota.parts).toContain(count.format(QUOTA.parts));
  expect(problem.quota.proofs).toContain(count.format(QUOTA.proofs));
  expect(problem.quota.files).toContain(megabytes(QUOTA.files));
  expect(form.fileHint).toContain(megabytes(FILE_LIMITS.text));
  expect(form.fileHint).toContain(megabytes(FILE_LIMITS.pdf));
  expect(problem['too-large'].text).toContain(megabytes(FILE_LIMITS.text));
  expect(problem['too-large'].pdf).toContain(megabytes(FILE_LIMITS.pdf));
});

test.each([
  [1, 'tomorrow', 'yarın'],
  [2, 'in 2 days', '2 gün sonra'],
  [364, 'in 364 days', '364 gün sonra'],
  [365, 'in 1 year', '1 yıl sonra'],
  [730, 'in 2 years', '2 yıl sonra'],
  [900, 'in 2.5 years', '2,5 yıl sonra'],
])('%i days until a topic comes back are written as %s', (days, inEnglish, inTurkish) => {
  expect(LANGUAGES.en.review.back(days)).toBe(inEnglish);
  expect(LANGUAGES.tr.review.back(days)).toBe(inTurkish);
});
