import { type Answer, tell } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { roleThere } from '../../discord/channel-access.ts';
import { mayOrganise, memberGuild, organiserGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { posts } from '../../schedule/posts/index.ts';
import { chooseFor } from '../../schedule/posts/daily.ts';
import { type Upcoming, upcoming } from '../../schedule/reschedule.ts';
import type { CompleteGuild } from '../../store/members/guilds.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { outdatedView } from '../../view/failure.ts';
import { calling } from '../../view/post-body.ts';
import { nothingToSayView, previewView, testView } from '../../view/schedule/schedule.ts';
import { isRoleGone, nextOfEach, pauseOf } from '../setup/guild-settings.ts';
import { setUpGuild } from './set-up-guild.ts';
import { localAt } from '../../time/local.ts';

/** The runs of a week, and the next run of each kind that is not among them; and the next topic. */
export async function showTimetable(call: Call): Promise<Answer> {
  const { app, words } = call;
  const guild = await setUpGuild(call, memberGuild(call));
  const runs = await upcoming(app.db, guild);
  const others = (await nextOfEach(app.db, guild)).filter(({ kind }) =>
    runs.every((run) => run.kind !== kind),
  );
  const shown = [...runs, ...others];
  const paused = await pauseOf(app.db, guild.id);
  return tell(
    previewView(words, {
      guild,
      runs: shown,
      topic: await nextTopic(call, guild, shown),
      pause: paused,
      readerZone: call.timeZone,
      isOrganiser: mayOrganise(call),
      isRoleGone: isRoleGone(call, guild),
    }),
  );
}

/** What the next daily post would be about as things stand now, in the reader's language; null if that is not known. */
async function nextTopic(
  { app, words }: Call,
  guild: CompleteGuild,
  runs: readonly Upcoming[],
): Promise<TopicNode | null> {
  const run = runs.find(({ kind }) => kind === 'daily');
  const chosen = run === undefined ? null : await chooseFor(app, guild, run);
  if (chosen === null) return null;
  const roadmap = await app.library.roadmap(app.db, chosen.roadmapId, words.locale);
  return roadmap?.byId.get(chosen.main.node.id) ?? null;
}

/** Shows the next daily post, or a summary as it would be made now, to the organiser only. Nothing is claimed or written. */
export async function tryPost(call: Call, kind: string | undefined): Promise<Answer> {
  const { app, words, now } = call;
  const guild = await setUpGuild(call, organiserGuild(call));
  const post = posts.find((each) => each.kind === kind);
  if (post === undefined) throw new Refusal(outdatedView);
  const today = localAt(now, guild.timeZone).toPlainDate();
  const next = (await nextOfEach(app.db, guild)).find((each) => each.kind === kind) ?? null;
  const content = await post.sample(app, guild, { at: now, date: today.toString() }, next);
  if (content === null) return tell(nothingToSayView(words));
  const shown = await post.render(app, guild, content, 'test');
  return tell(testView(words, post.kind, calling(shown, roleThere(app.client, guild.id, guild.roleId))));
}
