import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
} from 'discord.js';
import { expect, test } from 'vitest';
import { commands, postButtons } from '../../commands/index.ts';
import { checkRequest } from '../../playground/rules/index.ts';
import { isSlash } from '../../src/discord/command.ts';
import { METHODS } from '../../src/roadmap/roadmap.ts';
import { LANGUAGES } from '../../src/words/index.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'commands');
/** What several commands declare alike stands in a folder of its own. */
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && file !== 'index.ts');

/** The languages beside English, by the code that Discord has for them. */
const others = Object.keys(LANGUAGES).filter((code) => code !== 'en');

type Option = APIApplicationCommandOption | APIApplicationCommandBasicOption;

/** An option with all that stand under it: subcommands and theirs. */
const withOwn = (option: Option): readonly Option[] => [
  option,
  ...('options' in option ? (option.options ?? []).flatMap(withOwn) : []),
];

/** Everything that has a description, by its path: `roadmap view`. */
const slash = commands.filter(isSlash);
/** A command of the menu that messages have is known by its name alone. */
const described = slash.flatMap(({ data }) => {
  const options: readonly APIApplicationCommandOption[] = 'options' in data ? (data.options ?? []) : [];
  return [
    [data.name, 'description' in data ? data : null] as const,
    ...options.flatMap(withOwn).map((option) => [`${data.name} ${option.name}`, option] as const),
  ];
});

test('the list has what the folder has', async () => {
  const listed: readonly unknown[] = [...commands, ...postButtons];
  const forgotten: string[] = [];
  for (const file of files) {
    const exported: object = await import(join(FOLDER, file));
    if (!Object.values(exported).every((each) => listed.includes(each))) forgotten.push(file);
  }
  expect(forgotten).toEqual([]);
  expect(new Set(listed).size).toBe(files.length);
});

test('each command stands in a file of its name', () => {
  expect(slash.filter(({ data }) => !files.includes(`${data.name}.ts`))).toEqual([]);
});

test('each method has its command', () => {
  const names = new Set(slash.map(({ data }) => data.name));
  expect(METHODS.filter((method) => !names.has(method))).toEqual([]);
});

test('Discord takes the list', () => {
  const body: unknown = JSON.parse(JSON.stringify(commands.map((command) => command.data)));
  expect(checkRequest({ method: 'PUT', path: '/applications/1/commands', body })).toBeNull();
});

test.each(others)('every description is given in %s and in both Englishes', (language) => {
  expect(described.length).toBeGreaterThan(slash.length);
  const wanting = described.filter(([, part]) => {
    const given: Record<string, string | null | undefined> = { ...part?.description_localizations };
    const own = given[language] ?? '';
    // Without its own, people in the USA may be shown the British text.
    return !/\S/.test(own) || own === part?.description || given['en-US'] !== part?.description;
  });
  expect(wanting.map(([name]) => name)).toEqual([]);
});

test.each(others)('every fixed choice is named in %s as well', (language) => {
  const choices = described.flatMap(([, part]): readonly APIApplicationCommandOptionChoice[] =>
    part !== null && 'choices' in part ? (part.choices ?? []) : [],
  );
  expect(choices).not.toEqual([]);
  const named = choices.map(({ name_localizations: names }): Record<string, unknown> => ({ ...names }));
  expect(named.filter((names) => !names[language])).toEqual([]);
});

test('what is autocompleted can be completed', () => {
  const asking = slash.filter(({ data }) => {
    const options: readonly APIApplicationCommandOption[] = 'options' in data ? (data.options ?? []) : [];
    return options.flatMap(withOwn).some((option) => 'autocomplete' in option && option.autocomplete);
  });
  expect(asking.map(({ data }) => data.name)).toContain('done');
  expect(asking.filter(({ complete }) => complete === undefined)).toEqual([]);
});

test('a command of the menu that messages have is named in Turkish and in both Englishes', () => {
  for (const { data } of commands.filter((command) => !isSlash(command))) {
    const { tr, ...english } = { tr: '', ...data.name_localizations };
    expect(english).toEqual({ 'en-US': data.name, 'en-GB': data.name });
    expect(tr).toMatch(/\S/);
    expect(tr).not.toBe(data.name);
  }
});
