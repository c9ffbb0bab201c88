import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { spanOf } from '../../schedule/posts/posted-week.ts';
import { boardMembers, isOnBoard, scoresOf, setOnBoard } from '../../store/company/boards.ts';
import { DEFAULT_DAY_START } from '../../store/members/members.ts';
import { followedByGuild } from '../../store/roadmaps/followed.ts';
import {
  BOARD_METRICS,
  BOARD_PERIODS,
  boardDays,
  type BoardMetric,
  type BoardPeriod,
  placeOf,
  topOf,
} from '../../study/company/board.ts';
import { studyDay } from '../../time/study-day.ts';
import { boardView } from '../../view/company/board.ts';
import { memberOfGroup } from './member-of-group.ts';
import { NOBODYS_ZONE } from '../../store/members/clocks.ts';

export const boardPeriod = z.enum(BOARD_PERIODS);
export const boardMetric = z.enum(BOARD_METRICS);

/** A board of this server. It lists those who chose to be on it; the member's own place is told to them alone. */
export async function showBoard(call: Call, period: BoardPeriod, metric: BoardMetric): Promise<Answer> {
  const { app, guild, userId, words, now } = call;
  const guildId = await groupOf(call);
  const timeZone = guild?.timeZone ?? NOBODYS_ZONE;
  const days = boardDays(period, studyDay(now, timeZone, DEFAULT_DAY_START));
  const roadmapIds = await followedByGuild(app.db, guildId, guild?.roadmapId ?? null);
  const board = { guildId, roadmapIds, days, span: spanOf(days, timeZone) };
  const all = await scoresOf(app.db, board, metric, now);
  const members = await boardMembers(app.db, guildId);
  const shown = new Map([...all].filter(([id]) => members.has(id)));
  const score = all.get(userId) ?? 0;
  const isShared = [...shown].some(([id, other]) => id !== userId && other === score);
  return show(
    boardView(words, {
      period,
      metric,
      top: topOf(shown),
      own: { userId, place: placeOf(shown, score), score, isShared },
      seen: members.has(userId) ? 'yes' : (await isOnBoard(app.db, guildId, userId)) ? 'hidden' : 'no',
    }),
  );
}

/** Shows the board that the member chose: by a button, or by its name from the list. */
export function chooseBoard(call: PressCall): Promise<Answer> {
  const [period, metric] = call.args;
  return showBoard(call, argument(boardPeriod, period), argument(boardMetric, metric ?? call.values[0]));
}

/** Puts the member on the boards of this server, or takes them off. */
export async function changeOnBoard(call: PressCall, isOn: boolean): Promise<Answer> {
  const [period, metric] = [argument(boardPeriod, call.args[0]), argument(boardMetric, call.args[1])];
  await setOnBoard(call.app.db, call.actor, await groupOf(call), isOn);
  return showBoard(call, period, metric);
}

function groupOf(call: Call): Promise<string> {
  return memberOfGroup(call, (words) => words.board.joinFirst);
}
