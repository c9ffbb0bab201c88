import type { APIButtonComponent, APIComponentInContainer } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { Picture, Submission } from '../../store/showcase/submissions.ts';
import type { Build } from '../../store/showcase/builds.ts';
import type { PictureType } from '../../files/picture.ts';
import { neighbours } from '../../study/showcase.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  memberLinks,
  menu,
  type Message,
  picture,
  row,
  rows,
  separator,
  text,
} from '../components.ts';
import { plain } from '../escape.ts';
import { decisionRow, reportButton } from '../moderation/moderation.ts';
import { pagesOf, prose } from '../prose.ts';
import { appName, people } from './showcase.ts';
import { near } from '../time.ts';

/** Which apps the gallery shows: all, or those of one topic. */
export type GalleryScope = { readonly kind: 'all' } | { readonly kind: 'app'; readonly topicId: string };

/** One page of the gallery: one team's app. */
export interface GalleryPage {
  readonly build: Build;
  readonly submission: Submission;
  readonly scope: GalleryScope;
  /** The ids of all builds in this gallery, in their order. */
  readonly all: readonly string[];
  /** The id of the user who reads it; null for everybody. */
  readonly reader: string | null;
  /** The picture with its bytes; `kept`: the message already has it. */
  readonly picture: Picture | 'kept' | null;
  readonly note: string | null;
  /** Whether the reader is an organiser who decides on it, because it was reported. */
  readonly isReported: boolean;
  /** Epoch ms. */
  readonly now: number;
}

/** The most characters that each part may take. Together they stay below the 4,000 of a message. */
const BUDGET = { differently: 2200, page: 3500 };
export const PICTURE_EXTENSIONS = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  gif: 'gif',
} as const satisfies Record<PictureType, string>;

/** A page of the gallery. */
export function galleryView(words: Words, page: GalleryPage): Message {
  const { build, submission, all, note } = page;
  const { showcase } = words;
  const name = pictureName(submission);
  const [differently] = pagesOf(prose(submission.differently), BUDGET.differently);
  const position = showcase.position(
    all.indexOf(build.id) + 1,
    all.length,
    near(submission.submittedAt, page.now),
  );
  const message = card(
    'done',
    ...(note === null ? [] : [text(note)]),
    text(`## ${appName(build)}`, showcase.builtBy(people(words, build.team), build.team.length), position),
    ...(name === null || page.picture === null ? [] : [picture(name, altOf(words, page))]),
    ...(differently === ''
      ? []
      : [text(showcase.nextTime(people(words, build.team), build.team.length), differently)]),
    separator(),
    ...rows(
      memberLinks(
        [showcase.repositoryAt(hostOf(submission.repository)), submission.repository],
        [showcase.liveAt(hostOf(submission.liveUrl ?? '')), submission.liveUrl],
      ),
    ),
    ...rows(buttons(words, page)),
    ...(page.isReported
      ? [decisionRow(words, { kind: 'app', buildId: build.id })]
      : [...rows(turns(words, page)), ...further(words, page)]),
  );
  if (page.picture === 'kept') return { ...message, keepsFiles: true };
  return page.picture === null || name === null
    ? message
    : { ...message, files: [{ name, content: page.picture.bytes }] };
}

/** The whole text on what a team would do differently. `asked`: a page, counted from 0. */
export function differentlyView(
  words: Words,
  build: Build,
  { differently }: Submission,
  asked: number,
): Message {
  const pages = pagesOf(prose(differently), BUDGET.page);
  const page = Math.min(Math.max(asked, 0), pages.length - 1);
  const next = page + 1 < pages.length;
  return card(
    'neutral',
    text(`**${appName(build)}** · ${words.showcase.builtBy(people(words, build.team), build.team.length)}`),
    text(pages[page] ?? '…'),
    ...(next ? [row(button(words.showcase.goOn, customId('build-read', build.id, page + 1)))] : []),
  );
}

/** Says that the gallery is empty. `app`: for this app. */
export function emptyGalleryView(words: Words, app: { id: string; name: string } | null): Message {
  const { showcase } = words;
  return card(
    'invite',
    text(showcase.title, app === null ? showcase.empty : showcase.emptyFor(app.name)),
    row(
      app === null
        ? button(showcase.choose, customId('showcase', 0), 'primary')
        : button(showcase.claim, customId('build-claim', app.id), 'primary'),
    ),
  );
}

/** Says that the app is no longer shown. */
export function goneView(words: Words): Message {
  return card('neutral', text(words.showcase.gone), row(button(words.showcase.gallery, customId('gallery'))));
}

/** Asks before a team's app is removed from the gallery. */
export function askWithdrawView(words: Words, build: Build): Message {
  return card(
    'problem',
    text(words.showcase.askWithdraw(appName(build))),
    row(
      button(words.showcase.yesWithdraw, customId('build-withdraw', build.id, 'yes'), 'danger'),
      button(words.act.cancel, customId('gallery', 'all', build.id)),
    ),
  );
}

/** The file name of a submission's picture, which changes with the picture; null if it has none. */
export function pictureName({ picture: own }: Submission): string | null {
  return own === null ? null : `showcase-${own.at}.${PICTURE_EXTENSIONS[own.type]}`;
}

function altOf(words: Words, { build, submission }: GalleryPage): string {
  const alt = plain(submission.picture?.alt ?? '');
  return alt === '' ? words.showcase.pictureOf(plain(build.title)) : alt;
}

function buttons(words: Words, page: GalleryPage): APIButtonComponent[] {
  const { build, submission, scope, reader } = page;
  const { showcase } = words;
  const isMine = reader !== null && build.team.includes(reader);
  const hasMine = reader !== null && submission.applause.includes(reader);
  const isLong = pagesOf(prose(submission.differently), BUDGET.differently).length > 1;
  return [
    ...(isMine
      ? [
          button(showcase.share, customId('build-post', build.id), 'primary'),
          button(showcase.change, customId('build-show', build.topicId)),
          button(showcase.withdraw, customId('build-withdraw', build.id)),
        ]
      : [
          button(
            showcase.applaud(submission.applause.length),
            customId('applaud', build.id, scope.kind === 'all' ? 'all' : 'app'),
            hasMine ? 'success' : 'primary',
          ),
        ]),
    ...(isLong ? [button(showcase.readAll, customId('build-read', build.id, 0))] : []),
  ];
}

/** The buttons to the apps before and after, together in a row of their own. */
function turns({ showcase }: Words, { build, scope, all }: GalleryPage): APIButtonComponent[] {
  if (all.length < 2) return [];
  const { before, after } = neighbours(all, build.id);
  const go = (to: string) =>
    scope.kind === 'all' ? customId('gallery', 'all', to) : customId('gallery', 'app', scope.topicId, to);
  // The first page leads to none before it. Its button leads to the page itself, since each id has to be another.
  const turn = (label: string, to: string | null) =>
    button(label, go(to ?? build.id), 'secondary', to === null);
  return [turn(showcase.previous, before), turn(showcase.following, after)];
}

/** What is seldom needed: in a list of its own, or for a post, which everybody reads, the report alone. */
function further(words: Words, { build, reader }: GalleryPage): readonly APIComponentInContainer[] {
  if (reader !== null && build.team.includes(reader)) return [];
  const report = reportButton(words, { kind: 'app', buildId: build.id });
  return reader === null
    ? [row(report)]
    : menu(words.act.more, [button(words.showcase.share, customId('build-post', build.id)), report]);
}

function hostOf(url: string): string {
  return plain(URL.parse(url)?.hostname ?? url);
}
