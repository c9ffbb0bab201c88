import type { BaseInteraction } from 'discord.js';
import { type App, DEFAULT_ROADMAP } from '../app.ts';
import type { Guild } from '../store/members/guilds.ts';
import type { Member } from '../store/members/members.ts';
import { followedBy, type Reader, usableRoadmaps } from '../store/roadmaps/followed.ts';
import type { TopicNode } from '../roadmap/outline.ts';
import type { LoadedRoadmap } from '../store/roadmaps/library.ts';
import type { CopiedRoadmap } from '../store/roadmaps/copied-roadmap.ts';
import type { NamedRoadmap } from '../store/roadmaps/owners.ts';
import { titledFor } from '../store/roadmaps/titled-for.ts';
import { besideCopies, originalsIn } from '../study/originals.ts';
import { isApp } from '../study/showcase.ts';
import { fold } from '../text/fold.ts';
import { roadmapMark } from '../view/about-roadmap.ts';
import { parseCustomId } from '../view/custom-id.ts';
import { plain } from '../view/escape.ts';
import { outdatedView } from '../view/failure.ts';
import { tellApart } from '../view/roadmaps/title.ts';
import { severalTopicsView, unknownRoadmapView } from '../view/roadmaps/which.ts';
import type { Words } from '../words/index.ts';
import { type Labels, labelsOf, resolveTopic } from './choices.ts';
import { Refusal } from './refusal.ts';

/** The person who asks and the place, as far as they are known before there is a `Call`. */
interface Asker extends Reader {
  readonly guild: Guild | null;
  readonly member: Member;
  readonly words: Words;
}

/** The roadmap that a call is about, and the ids of all that are followed, the default one first. */
interface Chosen {
  readonly roadmap: LoadedRoadmap;
  readonly followed: readonly string[];
}

/**
 * Decides which roadmap an interaction is about: the one that its button was shown for, the one that its option
 * names, or the one that has the named topic; otherwise the default one. Only roadmaps that the asker may use here
 * are considered.
 * @throws Refusal for an unknown roadmap, for a topic that several roadmaps have, and for a button of a roadmap that
 * the asker may no longer use
 */
export async function roadmapOf(app: App, interaction: BaseInteraction, asker: Asker): Promise<Chosen> {
  const defaults = { guild: asker.guild?.roadmapId ?? null, member: asker.member.roadmapId };
  const stored = await followedBy(app.db, asker, defaults);
  // Somebody who has chosen none follows the usual one.
  const followed = stored.length > 0 ? stored.map(({ id }) => id) : [DEFAULT_ROADMAP];
  const load = (id: string): Promise<LoadedRoadmap> =>
    loaded(app, id, asker.words.locale, stored.find((each) => each.id === id)?.revision);
  const [usual = DEFAULT_ROADMAP] = followed;
  const about = (roadmap: LoadedRoadmap): Chosen => ({ roadmap, followed });
  if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    const id = parseCustomId(interaction.customId);
    if (id?.mark != null) return about(await load(await markedRoadmap(app, asker, followed, id.mark)));
    const chosen = interaction.isStringSelectMenu() ? interaction.values : [];
    return about(await holding([...(id?.args ?? []), ...chosen], followed, usual, load));
  }
  if (!interaction.isChatInputCommand() && !interaction.isAutocomplete()) return about(await load(usual));
  const named = stringOption(interaction, 'roadmap');
  if (named !== null && named.trim() !== '') {
    const id = await namedRoadmap(app, { ...asker, followed }, named);
    if (id !== null) return about(await load(id));
    // While somebody is typing, the name is incomplete, and the default roadmap answers.
    if (interaction.isAutocomplete()) return about(await load(usual));
    const known = await usableTitles(app, { ...asker, followed });
    throw new Refusal(() =>
      unknownRoadmapView(
        asker.words,
        named,
        known.map(({ title }) => title),
      ),
    );
  }
  const appNamed = interaction.isChatInputCommand() ? stringOption(interaction, 'app') : null;
  if (appNamed !== null) return about(await withApp(appNamed, followed, usual, load));
  const topic = interaction.isChatInputCommand() ? stringOption(interaction, 'topic') : null;
  if (topic === null) return about(await load(usual));
  return about(await withTopic(topic, followed, usual, load, asker.words));
}

async function loaded(
  { db, library }: App,
  id: string,
  locale: string,
  revision: number | undefined,
): Promise<LoadedRoadmap> {
  const roadmap = await library.roadmap(db, id, locale, revision);
  if (roadmap === null) throw new Error(`the roadmap "${id}" is not in the store`);
  return roadmap;
}

async function markedRoadmap(
  { db }: App,
  asker: Asker,
  followed: readonly string[],
  mark: string,
): Promise<string> {
  const has = (id: string): boolean => roadmapMark(id) === mark;
  const id = followed.find(has) ?? (await usableRoadmaps(db, asker)).map((each) => each.id).find(has);
  if (id !== undefined) return id;
  throw new Refusal(() => outdatedView(asker.words));
}

/** The first roadmap with one of these topics, for buttons that were shown while a single roadmap was followed. */
async function holding(
  ids: readonly string[],
  followed: readonly string[],
  usual: string,
  load: (id: string) => Promise<LoadedRoadmap>,
): Promise<LoadedRoadmap> {
  const first = await load(usual);
  if (followed.length < 2 || ids.some((id) => first.byId.has(id))) return first;
  for (const other of followed.slice(1)) {
    const roadmap = await load(other);
    if (ids.some((id) => roadmap.byId.has(id))) return roadmap;
  }
  return first;
}

/** The roadmap in which a typed topic stands: the default one if it has the topic, else the only other one that does. */
async function withTopic(
  typed: string,
  followed: readonly string[],
  usual: string,
  load: (id: string) => Promise<LoadedRoadmap>,
  words: Words,
): Promise<LoadedRoadmap> {
  const first = await load(usual);
  if (followed.length < 2 || resolveTopic(first, typed) !== null) return first;
  const found: { readonly roadmap: LoadedRoadmap; readonly node: TopicNode }[] = [];
  for (const id of followed.slice(1)) {
    const roadmap = await load(id);
    const node = resolveTopic(roadmap, typed);
    if (node !== null) found.push({ roadmap, node });
  }
  const [only, another] = found;
  if (another !== undefined) throw new Refusal(() => severalTopicsView(words, typed, found));
  return only?.roadmap ?? first;
}

/** The first of the followed roadmaps that has a showcase app of this name. If none has, the roadmap `usual`. */
async function withApp(
  typed: string,
  followed: readonly string[],
  usual: string,
  load: (id: string) => Promise<LoadedRoadmap>,
): Promise<LoadedRoadmap> {
  for (const id of followed) {
    const roadmap = await load(id);
    const node = resolveTopic(roadmap, typed);
    if (node !== null && isApp(node)) return roadmap;
  }
  return load(usual);
}

/**
 * The id of the roadmap that somebody named. They may give its id or its title in any language that they may read it
 * in.
 */
async function namedRoadmap(app: App, asker: Choosing, typed: string): Promise<string | null> {
  const wanted = fold(plain(typed));
  const stored = await usableRoadmaps(app.db, asker);
  const shown = await titles(app, asker, stored);
  // The title of a copy and its original is the copy's, as it is shown.
  const copies = besideCopies(stored, asker.followed).filter(({ id }) => !originalsIn(stored).has(id));
  const byTitle = [...shown, ...copies].filter(({ title }) => fold(plain(title)) === wanted);
  const ids = new Set(byTitle.map(({ id }) => id));
  const named = stored.find(({ id }) => id === typed) ?? roadmapLabels(shown).labelled(typed);
  return named?.id ?? (ids.size === 1 ? ([...ids][0] ?? null) : null);
}

/** The labels under which roadmaps are suggested. */
export function roadmapLabels(all: readonly NamedRoadmap[]): Labels<NamedRoadmap> {
  return labelsOf(all, ({ title }) => ({ short: title, full: title }));
}

/** The roadmaps that somebody may use here, with titles in their language. */
export async function usableTitles(app: App, asker: Choosing): Promise<readonly NamedRoadmap[]> {
  return titles(app, asker, await usableRoadmaps(app.db, asker));
}

/** Somebody who chooses a roadmap, with the ids of those that they follow here. */
type Choosing = Reader & { readonly words: Words; readonly followed: readonly string[] };

async function titles(
  app: App,
  { words, followed }: Choosing,
  usable: readonly CopiedRoadmap[],
): Promise<readonly NamedRoadmap[]> {
  return tellApart(words, await titledFor(app, besideCopies(usable, followed), words.locale));
}

/** Anybody can send an option of any type. */
function stringOption(
  interaction: { readonly options: { get(name: string): { readonly value?: unknown } | null } },
  name: string,
): string | null {
  const value = interaction.options.get(name)?.value;
  return typeof value === 'string' ? value : null;
}
