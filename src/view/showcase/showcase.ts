import { type APIActionRowComponent, type APIUserSelectComponent, ComponentType } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { Build } from '../../store/showcase/builds.ts';
import { appsOf, appsOfAll, isFull, TEAM_SIZE } from '../../study/showcase.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  fitting,
  menu,
  type Message,
  row,
  rows,
  select,
  separator,
  text,
} from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { peopleLine } from '../people.ts';
import { breadcrumb, label, mention, roadmapName, title } from '../topics/topic-text.ts';

/** The most characters that the parts may take. */
const BUDGET = { apps: 3000, teams: 2600, notHere: 800 };
const APPS_PER_PAGE = 20;
const NAME_LENGTH = 80;
/** How many of a team are named in the list. */
const NAMED = 3;
/** Discord's limits for a select. */
const USERS_PER_SELECT = 25;

/** All apps of some roadmaps, each with its number of builders and submissions. `page`: counted from 0. */
export function showcaseView(
  words: Words,
  roadmaps: readonly Outline[],
  builds: readonly Build[],
  asked: number,
): Message {
  const { showcase } = words;
  const apps = appsOfAll(roadmaps);
  const having = roadmaps.filter((roadmap) => appsOf(roadmap).length > 0);
  if (apps.length === 0) return card('neutral', text(showcase.title, showcase.noApps));
  const pages = Math.ceil(apps.length / APPS_PER_PAGE);
  const page = Math.min(Math.max(asked, 0), pages - 1);
  const shown = apps.slice(page * APPS_PER_PAGE, (page + 1) * APPS_PER_PAGE);
  const roadmapOf = (app: TopicNode | undefined) => (app === undefined ? null : roadmapName(having, app));
  const lines = shown.map((app, at) => {
    const line = appLine(
      words,
      app,
      builds.filter((build) => build.topicId === app.id),
    );
    // Of several roadmaps, each is named once, above its apps.
    const roadmap = roadmapOf(app);
    return roadmap === null || roadmap === roadmapOf(shown[at - 1]) ? line : `### ${roadmap}\n${line}`;
  });
  const turn = (to: number, name: string) =>
    button(name, customId('showcase', to), 'secondary', to < 0 || to >= pages);
  return card(
    'invite',
    text(showcase.title, showcase.explained),
    text(fitting(lines, BUDGET.apps, words.andMore), pages > 1 ? words.roadmap.page(page + 1, pages) : null),
    appSelect(words, shown),
    row(
      ...(pages > 1 ? [turn(page - 1, words.roadmap.previous), turn(page + 1, words.roadmap.following)] : []),
      button(showcase.gallery, customId('gallery')),
    ),
  );
}

/** An app in the list: free, with the people of its only team, or with the number of its teams. */
function appLine(words: Words, app: TopicNode, builds: readonly Build[]): string {
  const { showcase: say } = words;
  const [only, ...others] = builds;
  if (only === undefined) return say.free(title(app));
  if (others.length > 0) {
    return say.teams(title(app), builds.length, builds.filter(({ isShown }) => isShown).length);
  }
  return say.built(title(app), peopleLine(words, only.team.map(mention), NAMED), only.isShown);
}

/** An app for a member: its builders, and the member's next steps. */
export function appView(
  words: Words,
  app: TopicNode,
  builds: readonly Build[],
  userId: string,
  note: string | null = null,
): Message {
  const { showcase } = words;
  const own = builds.find((build) => build.team.includes(userId));
  const invitations = builds.filter((build) => build.invited.includes(userId));
  const teams = builds.map((build) => showcase.team(people(words, build.team), build.isShown));
  return card(
    own === undefined ? 'invite' : 'doing',
    ...(note === null ? [] : [text(note)]),
    text(
      `## ${title(app)}`,
      `-# ${clip(breadcrumb(app), 250)}`,
      app.topic.minutes === null
        ? null
        : `-# ${words.topic.planned(words.focus.duration(app.topic.minutes))}`,
    ),
    text(teams.length === 0 ? showcase.nobodyYet : fitting(teams, BUDGET.teams, words.andMore)),
    separator(),
    ...rows([
      ...(own === undefined
        ? [
            ...invitations
              .slice(0, 1)
              .map((build) => button(showcase.imIn, customId('build-join', build.id), 'success')),
            button(showcase.claim, customId('build-claim', app.id), 'primary'),
          ]
        : [
            button(own.isShown ? showcase.change : showcase.show, customId('build-show', app.id), 'primary'),
            button(showcase.myTeam, customId('build-claim', app.id)),
          ]),
      ...(builds.some((build) => build.isShown)
        ? [button(showcase.gallery, customId('gallery', 'app', app.id))]
        : []),
    ]),
    ...menu(words.act.more, [
      button(words.act.openTopic, customId('topic', app.id)),
      button(showcase.allTeams, customId('showcase', 0)),
      ...(own === undefined ? [] : [button(showcase.imOut, customId('build-leave', own.id))]),
    ]),
  );
}

/** A team for everybody to see: its members, and the people who are invited. */
export function teamView(words: Words, build: Build, note: string | null = null): Message {
  const { showcase } = words;
  const { team, invited } = build;
  return card(
    'doing',
    ...(note === null ? [] : [text(note)]),
    text(
      showcase.building(people(words, team), team.length, appName(build)),
      invited.length === 0 ? null : showcase.invited(people(words, invited)),
    ),
    ...(isFull(build) ? [] : [userSelect(customId('build-ask', build.id), showcase.with)]),
    row(
      ...(invited.length === 0 ? [] : [button(showcase.imIn, customId('build-join', build.id), 'success')]),
      button(showcase.imOut, customId('build-leave', build.id)),
      button(build.isShown ? showcase.change : showcase.show, customId('build-show', build.topicId)),
    ),
  );
}

/** Says which of the chosen people do not study here. */
export function notHereView(words: Words, userIds: readonly string[]): Message {
  return card('neutral', text(words.showcase.notHere(clip(people(words, userIds), BUDGET.notHere))));
}

/** Says that the member has to join first, with a button to do so. */
export function mustJoinView(words: Words): Message {
  return card(
    'invite',
    text(words.showcase.mustJoin),
    row(button(words.act.join, customId('join'), 'primary')),
  );
}

/** Says that only the build's team can do that. */
export function onlyTeamView(words: Words): Message {
  return card('problem', text(words.showcase.onlyTeam));
}

/** Says that nobody applauds their own team. */
export function ownBuildView(words: Words): Message {
  return card('neutral', text(words.showcase.own));
}

/** Says that the team is full. */
export function fullTeamView(words: Words): Message {
  return card('neutral', text(words.showcase.isFull(TEAM_SIZE)));
}

/** A sentence, with a button to the app that it is about. */
export function aboutAppView(words: Words, said: string, topicId: string): Message {
  return card('neutral', text(said), row(button(words.act.back, customId('app', topicId))));
}

/** Says that no app has that name. */
export function unknownAppView(words: Words, typed: string, apps: readonly TopicNode[]): Message {
  if (apps.length === 0) return card('neutral', text(words.showcase.noApps));
  return card(
    'problem',
    text(words.showcase.unknownApp(inline(clip(plain(typed), 100)))),
    appSelect(words, apps),
  );
}

/** An app's title, escaped for text. */
export function appName({ title: name }: Pick<Build, 'title'>): string {
  return inline(clip(plain(name), NAME_LENGTH));
}

/** People by name. Nobody is notified. */
export function people(words: Words, userIds: readonly string[]): string {
  return words.list(userIds.map(mention));
}

function appSelect(words: Words, apps: readonly TopicNode[]) {
  const named = Map.groupBy(apps, (app) => plain(app.topic.title));
  // Its section tells an app only from another of the same name.
  const options = [...named].flatMap(([name, same]) =>
    same.map((app) => ({ label: same.length === 1 ? clip(name, 100) : label(app, 100), value: app.id })),
  );
  return select(customId('app'), words.showcase.choose, options);
}

function userSelect(id: string, placeholder: string): APIActionRowComponent<APIUserSelectComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.UserSelect,
        custom_id: id,
        placeholder: clip(placeholder, 150),
        min_values: 1,
        max_values: Math.min(TEAM_SIZE - 1, USERS_PER_SELECT),
      },
    ],
  };
}
