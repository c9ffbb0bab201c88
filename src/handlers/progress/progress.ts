import { type Answer, publish, show } from '../../discord/answer.ts';
import { groupRoadmap, groupWords } from '../../discord/call.ts';
import type { Call, SlashCall } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import type { Posted } from '../../discord/posts.ts';
import { named, personOf } from '../../discord/person.ts';
import type { Heading } from '../../roadmap/headings.ts';
import { keepNamedPicture } from '../../store/members/named-pictures.ts';
import { once } from '../../store/once.ts';
import type { Theme } from '../../store/members/tables.ts';
import type { Message } from '../../view/components.ts';
import type { Person } from '../../view/pictures/typeset.ts';
import { postedView, previewView, progressView } from '../../view/progress/progress.ts';
import type { ProgressReport } from '../../view/progress/report.ts';
import { sectionProgressView } from '../../view/progress/section-progress.ts';
import type { Words } from '../../words/index.ts';
import { drawnProgress } from './picture.ts';
import { othersReport, ownReport } from './report.ts';
import { sectionNamed, sectionWithId } from './sections.ts';

/**
 * Somebody's progress. The options `member:` and `section:` choose whose, and which part.
 * @throws Refusal if another member shows nothing here, or there is no such section
 */
export async function showProgress(call: SlashCall): Promise<Answer> {
  const { options, userId } = call;
  const typed = options.getString('section');
  const section = typed === null ? null : sectionNamed(call, typed);
  const asked = options.getUser('member');
  if (asked === null || asked.id === userId) return showOwn(call, section);
  const member = options.getMember('member');
  const report = await othersReport(call, asked.id, member !== null);
  return show(await view(call, toThem(call), report, named(asked, member), section));
}

/** The member's own progress, in all or in a section. */
export function showOwnProgress(call: Call, sectionId: string | undefined): Promise<Answer> {
  return showOwn(call, sectionOf(call, sectionId));
}

/** The member's own progress without the picture, which says more than the picture and the few words beside it. */
export async function showProgressInWords(call: Call): Promise<Answer> {
  return show(progressView(call.words, await ownReport(call, 'own'), null, true));
}

/** A preview of what everybody in the channel would see of the member's progress. It has the button to post it. */
export async function previewProgress(call: Call, sectionId: string | undefined): Promise<Answer> {
  memberGuild(call);
  const section = sectionOf(call, sectionId);
  return show(
    previewView(call.words, groupWords(call), await sharedProgress(call, sectionId), section?.id ?? null),
  );
}

/** Posts the member's progress for everybody in the channel, in the server's language. */
export async function postProgress(call: Call, sectionId: string | undefined): Promise<Answer> {
  const guildId = memberGuild(call);
  const message = await sharedProgress(call, sectionId);
  await once(call.app.db, call.actor.interactionId, call.now);
  return publish(message, postedView(call.words), (at) => keepPost(call, guildId, message, at));
}

/** The language and colours in which something is shown. */
interface Look {
  readonly words: Words;
  readonly theme: Theme;
}

/** The member's own language and colours. */
function toThem({ words, member }: Call): Look {
  return { words, theme: member.theme };
}

/** The group's language and colours, for what everybody in the channel sees. */
function toAll(call: Call): Look {
  return { words: groupWords(call), theme: call.guild?.theme ?? 'dark' };
}

async function showOwn(call: Call, section: Heading | null): Promise<Answer> {
  const report = await ownReport(call, 'own');
  return show(await view(call, toThem(call), report, personOf(call.interaction), section));
}

async function sharedProgress(own: Call, sectionId: string | undefined): Promise<Message> {
  const call = { ...own, roadmap: await groupRoadmap(own) };
  const report = await ownReport(call, 'shared');
  return view(call, toAll(call), report, personOf(call.interaction), sectionOf(call, sectionId));
}

/** Stores where a picture with a member's name is posted, so that it can be removed when they delete their data. */
async function keepPost(
  { app, userId, now }: Call,
  guildId: string,
  { files }: Message,
  at: Posted,
): Promise<void> {
  if (files === undefined) return;
  await keepNamedPicture(app.db, userId, { ...at, guildId, at: now });
}

function sectionOf(call: Call, id: string | undefined): Heading | null {
  return id === undefined ? null : sectionWithId(call, id);
}

async function view(
  { app }: Call,
  { words, theme }: Look,
  report: ProgressReport,
  person: Person,
  section: Heading | null,
): Promise<Message> {
  if (section !== null) return sectionProgressView(words, report, section);
  return progressView(words, report, await drawnProgress(app, words, theme, report, person));
}
