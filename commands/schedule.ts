import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { show, tell } from '../src/discord/answer.ts';
import type { Call, Command } from '../src/discord/command.ts';
import { forMembers } from '../src/discord/contexts.ts';
import { nextOfEach, pauseOf, problemOf, resumePosts } from '../src/handlers/setup/guild-settings.ts';
import { mayOrganise, memberGuild, organiserGuild } from '../src/discord/permissions.ts';
import { Refusal } from '../src/discord/refusal.ts';
import { setupPanel } from '../src/handlers/setup/setup-panel.ts';
import { posts } from '../src/schedule/posts/index.ts';
import { pause, upcoming } from '../src/schedule/reschedule.ts';
import { guildOf, isSetUp, type SetUpGuild } from '../src/store/members/guilds.ts';
import { once } from '../src/store/once.ts';
import { card, text } from '../src/view/components.ts';
import { outdatedView } from '../src/view/failure.ts';
import {
  notSetUpView,
  pausedView,
  pauseLine,
  previewView,
  resumedView,
  testView,
} from '../src/view/schedule/schedule.ts';
import { localised, localisedName } from '../src/words/localised.ts';

const RUNS = 5;
const kinds = ['daily', 'weekly'] as const;
const kindOf = z.enum(kinds);

/** `/schedule preview`, for everybody; `test`, `pause` and `resume`, for organisers. */
export const schedule: Command = {
  data: {
    name: 'schedule',
    ...localised((words) => words.commands.schedule),
    ...forMembers,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'preview',
        ...localised((words) => words.commands.schedulePreview),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'test',
        ...localised((words) => words.commands.scheduleTest),
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'kind',
            ...localised((words) => words.commands.scheduleKind),
            required: true,
            choices: kinds.map((kind) => ({
              ...localisedName((words) => words.schedule.kind[kind]),
              value: kind,
            })),
          },
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'pause',
        ...localised((words) => words.commands.schedulePause),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'resume',
        ...localised((words) => words.commands.scheduleResume),
      },
    ],
  },
  execute(call) {
    switch (call.options.getSubcommand()) {
      case 'test':
        return test(call, call.options.getString('kind', true));
      case 'pause':
        return stop(call);
      case 'resume':
        return goOn(call);
      default:
        return preview(call);
    }
  },
  presses: {
    'schedule-preview': preview,
    /** `schedule-test:<daily|weekly>` */
    'schedule-test': (call) => test(call, call.args[0]),
    'schedule-resume': goOn,
  },
};

/** The next five runs; of a kind that is not among them, the next one as well. */
async function preview(call: Call) {
  const { app, words } = call;
  const guild = await setUpGuild(call, memberGuild(call));
  const runs = await upcoming(app.db, guild, RUNS);
  const others = (await nextOfEach(app.db, guild)).filter(({ kind }) =>
    runs.every((run) => run.kind !== kind),
  );
  const shown = [...runs, ...others];
  const paused = await pauseOf(app.db, guild.id);
  return tell(previewView(words, { guild, runs: shown, pause: paused, isOrganiser: mayOrganise(call) }));
}

/** The post as it would be made now; nothing is claimed, and nothing is written. */
async function test(call: Call, typed: string | undefined) {
  const { app, words, now } = call;
  const guild = await setUpGuild(call, organiserGuild(call));
  const kind = kindOf.safeParse(typed).data;
  const post = posts.find((one) => one.kind === kind);
  if (post === undefined) throw new Refusal(outdatedView);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(guild.timeZone).toPlainDate();
  const content = await post.prepare(app, guild, { at: now, date: today.toString() });
  if (content === null) return tell(card('neutral', text(words.schedule.nothingToSay)));
  return tell(testView(words, post.kind, await post.render(app, guild, content, 'test')));
}

async function stop(call: Call) {
  const { app, words, now } = call;
  const guild = await setUpGuild(call, organiserGuild(call));
  const before = pauseLine(words, await pauseOf(app.db, guild.id));
  await app.db.transaction().execute(async (trx) => {
    await once(trx, call.actor.interactionId, now);
    await pause(trx, guild.id, now);
  });
  return show(pausedView(words, before ?? words.schedule.pausedNow));
}

/** Where the channel is not fit for posting, the panel says what is missing, and how to put it right. */
async function goOn(call: Call) {
  const { app, words } = call;
  const guild = await setUpGuild(call, organiserGuild(call));
  if (problemOf(call, guild) !== null) return setupPanel(call);
  const wasPaused = (await pauseOf(app.db, guild.id)) !== null;
  await resumePosts(call, guild);
  const next = await nextOfEach(app.db, guild);
  return show(resumedView(words, wasPaused ? words.schedule.resumed : words.schedule.notPaused, next));
}

async function setUpGuild(call: Call, guildId: string): Promise<SetUpGuild> {
  const guild = await guildOf(call.app.db, guildId);
  if (guild !== null && isSetUp(guild)) return guild;
  throw new Refusal((words) => notSetUpView(words, mayOrganise(call)));
}
