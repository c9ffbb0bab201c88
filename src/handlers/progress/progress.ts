import { type Answer, share, show } from '../../discord/answer.ts';
import { groupWords } from '../../discord/call.ts';
import type { Call, SlashCall } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import type { Heading } from '../../roadmap/headings.ts';
import type { Message } from '../../view/components.ts';
import { type ProgressReport, progressView } from '../../view/progress/progress.ts';
import { sectionProgressView } from '../../view/progress/section-progress.ts';
import type { Words } from '../../words/index.ts';
import { othersReport, ownReport } from './report.ts';
import { sectionNamed, sectionWithId } from './sections.ts';

/**
 * How far somebody is, on the whole or in a section: the options `member:` and `section:` say who and where.
 * @throws Refusal if another member shows nothing here, or there is no such section
 */
export async function showProgress(call: SlashCall): Promise<Answer> {
  const { options, userId, interaction } = call;
  const typed = options.getString('section');
  const asked = options.getUser('member') ?? interaction.user;
  const report =
    asked.id === userId
      ? await ownReport(call, 'own')
      : await othersReport(call, asked.id, options.getMember('member') !== null);
  return show(view(call.words, report, typed === null ? null : sectionNamed(call, typed)));
}

/** How far the member is, on the whole or in a section. */
export async function showOwnProgress(call: Call, sectionId: string | undefined): Promise<Answer> {
  const section = sectionOf(call, sectionId);
  return show(view(call.words, await ownReport(call, 'own'), section));
}

/** The member's own progress, to everybody in the channel, in the language of the server. */
export async function shareProgress(call: Call, sectionId: string | undefined): Promise<Answer> {
  memberGuild(call);
  const section = sectionOf(call, sectionId);
  return share(view(groupWords(call), await ownReport(call, 'shared'), section));
}

function sectionOf(call: Call, id: string | undefined): Heading | null {
  return id === undefined ? null : sectionWithId(call, id);
}

function view(words: Words, report: ProgressReport, section: Heading | null): Message {
  return section === null ? progressView(words, report) : sectionProgressView(words, report, section);
}
