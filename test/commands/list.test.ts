import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
} from 'discord.js';
import { expect, test } from 'vitest';
import { commands as everybodys, operatorCommands, postButtons } from '../../commands/index.ts';
import { checkRequest } from '../../playground/rules/index.ts';
import { isSlash } from '../../src/discord/command.ts';
import { METHODS } from '../../src/roadmap/roadmap.ts';
import { LANGUAGES } from '../../src/words/index.ts';

/** All commands, including the operator's. */
const commands = [...everybodys, ...operatorCommands];

const FOLDER = join(import.meta.dirname, '..', '..', 'commands');
/** Parts that several commands share are in a folder of their own. */
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && file !== 'index.ts');

/** The codes of the languages except English. */
const others = Object.keys(LANGUAGES).filter((code) => code !== 'en');

type Option = APIApplicationCommandOption | APIApplicationCommandBasicOption;

/** An option with everything under it: subcommands and their options. */
const withOwn = (option: Option): readonly Option[] => [
  option,
  ...('options' in option ? (option.options ?? []).flatMap(withOwn) : []),
];

/** Everything that has a description, by its path: `roadmap view`. */
const slash = commands.filter(isSlash);
/** A command in the menu of messages has only a name. */
const described = slash.flatMap(({ data }) => {
  const options: readonly APIApplicationCommandOption[] = 'options' in data ? (data.options ?? []) : [];
  return [
    [data.name, 'description' in data ? data : null] as const,
    ...options.flatMap(withOwn).map((option) => [`${data.name} ${option.name}`, option] as const),
  ];
});

test('the list contains every file of the folder', async () => {
  const listed: readonly unknown[] = [...commands, ...postButtons];
  const forgotten: string[] = [];
  for (const file of files) {
    const exported: object = await import(join(FOLDER, file));
    if (!Object.values(exported).every((each) => listed.includes(each))) forgotten.push(file);
  }
  expect(forgotten).toEqual([]);
  expect(new Set(listed).size).toBe(files.length);
});

test('each command is in a file of its name', () => {
  expect(slash.filter(({ data }) => !files.includes(`${data.name}.ts`))).toEqual([]);
});

test('each method has a command', () => {
  const names = new Set(slash.map(({ data }) => data.name));
  expect(METHODS.filter((method) => !names.has(method))).toEqual([]);
});

test('Discord accepts the list', () => {
  const body: unknown = JSON.parse(JSON.stringify(commands.map((command) => command.data)));
  expect(checkRequest({ method: 'PUT', path: '/applications/1/commands', body })).toBeNull();
});

test.each(others)('every description exists in %s and in both kinds of English', (language) => {
  expect(described.length).toBeGreaterThan(slash.length);
  const wanting = described.filter(([, part]) => {
    const given: Record<string, string | null | undefined> = { ...part?.description_localizations };
    const own = given[language] ?? '';
    // Without `en-US`, people in the USA may see another language.
    return !/\S/.test(own) || own === part?.description || given['en-US'] !== part?.description;
  });
  expect(wanting.map(([name]) => name)).toEqual([]);
});

test.each(others)('every fixed choice has a name in %s too', (language) => {
  const choices = described.flatMap(([, part]): readonly APIApplicationCommandOptionChoice[] =>
    part !== null && 'choices' in part ? (part.choices ?? []) : [],
  );
  expect(choices).not.toEqual([]);
  const named = choices.map(({ name_localizations: names }): Record<string, unknown> => ({ ...names }));
  expect(named.filter((names) => !names[language])).toEqual([]);
});

test('every option with autocomplete has suggestions', () => {
  const asking = slash.filter(({ data }) => {
    const options: readonly APIApplicationCommandOption[] = 'options' in data ? (data.options ?? []) : [];
    return options.flatMap(withOwn).some((option) => 'autocomplete' in option && option.autocomplete);
  });
  expect(asking.map(({ data }) => data.name)).toContain('done');
  expect(asking.filter(({ complete }) => complete === undefined)).toEqual([]);
});

test('a command in the menu of messages has a name in Turkish and in both kinds of English', () => {
  for (const { data } of commands.filter((command) => !isSlash(command))) {
    const { tr, ...english } = { tr: '', ...data.name_localizations };
    expect(english).toEqual({ 'en-US': data.name, 'en-GB': data.name });
    expect(tr).toMatch(/\S/);
    expect(tr).not.toBe(data.name);
  }
});
