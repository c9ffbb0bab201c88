import { ApplicationCommandOptionType } from 'discord.js';
import { share, show } from '../src/discord/answer.ts';
import { groupWords } from '../src/discord/call.ts';
import type { Call, Command } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { memberGuild } from '../src/discord/permissions.ts';
import { othersReport, ownReport } from '../src/handlers/progress/progress-report.ts';
import {
  completeSection,
  sectionNamed,
  sectionOption,
  sectionWithId,
} from '../src/handlers/progress/sections.ts';
import type { Heading } from '../src/roadmap/headings.ts';
import { type ProgressReport, progressView } from '../src/view/progress/progress.ts';
import { sectionProgressView } from '../src/view/progress/section-progress.ts';
import type { Words } from '../src/words/index.ts';
import { localised } from '../src/words/localised.ts';

/** `/progress member: section:`: how far one is, or another who lets it be seen. */
export const progress: Command = {
  data: {
    name: 'progress',
    ...localised((words) => words.commands.progress),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.User,
        name: 'member',
        ...localised((words) => words.commands.progressMember),
      },
      sectionOption,
    ],
  },
  async execute(call) {
    const typed = call.options.getString('section');
    const asked = call.options.getUser('member') ?? call.interaction.user;
    const report =
      asked.id === call.userId
        ? await ownReport(call, 'own')
        : await othersReport(call, asked.id, call.options.getMember('member') !== null);
    return show(view(call.words, report, typed === null ? null : sectionNamed(call, typed)));
  },
  complete: (call) => Promise.resolve(completeSection(call)),
  presses: {
    /** `progress`, or `progress:<section>` */
    progress: async (call) => {
      const section = sectionOf(call, call.args[0]);
      return show(view(call.words, await ownReport(call, 'own'), section));
    },
    /** `progress-share`, or `progress-share:<section>`: one's own, to everybody, in the language of the server. */
    'progress-share': async (call) => {
      memberGuild(call);
      const section = sectionOf(call, call.args[0]);
      return share(view(groupWords(call), await ownReport(call, 'shared'), section));
    },
  },
};

function sectionOf(call: Call, id: string | undefined): Heading | null {
  return id === undefined ? null : sectionWithId(call, id);
}

function view(words: Words, report: ProgressReport, section: Heading | null) {
  return section === null ? progressView(words, report) : sectionProgressView(words, report, section);
}
