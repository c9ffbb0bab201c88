import { ApplicationCommandOptionType } from 'discord.js';
import { show } from '../src/discord/answer.ts';
import type { Call, Command, PressCall } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { memberGuild } from '../src/discord/permissions.ts';
import { ensureGuild } from '../src/store/members/guilds.ts';
import { changeMember } from '../src/store/members/members.ts';
import { hasJoined, join, leave } from '../src/store/members/memberships.ts';
import { once } from '../src/store/once.ts';
import { importDone, progressOf } from '../src/store/progress/progress.ts';
import { studyOf } from '../src/store/progress/studies.ts';
import { tickedInFile } from '../src/study/topics/actions.ts';
import { standings } from '../src/study/topics/status.ts';
import { clip, inline, plain } from '../src/view/escape.ts';
import { askTicksView, joinedView, leftView } from '../src/view/roadmaps/joining.ts';
import { roadmapView, sectionView } from '../src/view/roadmaps/roadmap.ts';
import { title } from '../src/view/topics/topic-text.ts';
import { localised } from '../src/words/localised.ts';

/** `/roadmap view`, `/roadmap join`, `/roadmap leave` */
export const roadmapCommand: Command = {
  data: {
    name: 'roadmap',
    ...localised((words) => words.commands.roadmap),
    ...forEverybody,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'view',
        ...localised((words) => words.commands.roadmapView),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'join',
        ...localised((words) => words.commands.roadmapJoin),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'leave',
        ...localised((words) => words.commands.roadmapLeave),
      },
    ],
  },
  execute(call) {
    switch (call.options.getSubcommand()) {
      case 'join':
        return askToJoin(call);
      case 'leave':
        return stopStudying(call);
      default:
        return overview(call);
    }
  },
  presses: {
    /** `map`: all sections. */
    map: overview,
    /** `section:<index>:<page>`, or `section` with the index chosen from the list. */
    section: oneSection,
    /** `join`, `join:zero`, `join:ticks` */
    join(call) {
      const [from] = call.args;
      return from === undefined ? askToJoin(call) : doJoin(call, from === 'ticks');
    },
  },
};

async function overview(call: Call) {
  const study = await studyOf(call.app.db, call.userId, call.roadmap);
  return show(roadmapView(call.words, { outline: call.roadmap, ...study }));
}

async function oneSection(call: PressCall) {
  const [index, page] = [call.args[0] ?? call.values[0], call.args[1] ?? '0'].map(Number);
  const study = await studyOf(call.app.db, call.userId, call.roadmap);
  const all = standings(call.roadmap, study.progress);
  return show(
    sectionView(call.words, { outline: call.roadmap, ...study }, all, { index: index ?? 0, page: page || 0 }),
  );
}

/** Only somebody new to a roadmap with ticks is asked; whoever has progress of their own keeps it as it is. */
async function askToJoin(call: Call) {
  const { app, roadmap, words } = call;
  const ticked = tickedInFile(roadmap);
  const progress = await progressOf(app.db, call.userId, roadmap.id);
  if (ticked.length === 0 || progress.size > 0) return doJoin(call, false);
  const named = ticked.slice(0, 3).map((node) => `**${title(node)}**`);
  const rest = ticked.length - named.length;
  return show(askTicksView(words, words.list(rest > 0 ? [...named, words.topics(rest)] : named)));
}

async function doJoin(call: Call, fromTicks: boolean) {
  const { app, roadmap, guildId, userId, words, now, interaction } = call;
  const before = guildId !== null && (await hasJoined(app.db, guildId, userId));
  const ticked = tickedInFile(roadmap);
  await app.db.transaction().execute(async (trx) => {
    await once(trx, call.actor.interactionId, now);
    await changeMember(trx, userId, { roadmapId: roadmap.id }, now);
    if (guildId !== null) {
      await ensureGuild(trx, guildId, interaction.guildLocale ?? 'en-US', now);
      await join(trx, guildId, userId, now);
    }
    const topicIds = ticked.map((node) => node.id);
    if (fromTicks) await importDone(trx, userId, topicIds, now);
  });
  const name = inline(clip(plain(roadmap.tree.title), 100));
  if (guildId === null) return show(joinedView(words, words.roadmap.followed(name), false));
  const said = before ? words.roadmap.alreadyJoined : words.roadmap.joined(name);
  return show(joinedView(words, said, call.guild?.channelId === null || call.guild === null));
}

async function stopStudying(call: Call) {
  const guildId = memberGuild(call);
  const hadJoined = await call.app.db.transaction().execute(async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    return leave(trx, guildId, call.userId);
  });
  return show(leftView(call.words, hadJoined));
}
