import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { choosePings, pingsOff } from '../../store/members/pings.ts';
import { type Ping, PINGS } from '../../study/pings.ts';
import { pingsView } from '../../view/settings/pings.ts';

const turn = z.tuple([z.enum(['allow', 'stop']), z.enum(PINGS)]);

/** What may ping the member. */
export async function showPings(call: Call): Promise<Answer> {
  return show(pingsView(call.words, await pingsOff(call.app.db, call.userId)));
}

/** Lets nothing ping the member, or everything again. */
export function choosePingsAtOnce(call: PressCall): Promise<Answer> {
  return allow(call, argument(z.enum(['all', 'none']), call.args[0]) === 'all' ? PINGS : []);
}

/** Lets one kind ping the member, or no longer. */
export async function turnPing(call: PressCall): Promise<Answer> {
  const [what, ping] = argument(turn, call.values[0]?.split('-'));
  const off = await pingsOff(call.app.db, call.userId);
  const others = PINGS.filter((each) => each !== ping && !off.has(each));
  return allow(call, what === 'allow' ? [...others, ping] : others);
}

/** The list of older messages: lets only the chosen kinds ping the member. */
export function chooseSomePings(call: PressCall): Promise<Answer> {
  return allow(call, argument(z.array(z.enum(PINGS)).min(1), call.values));
}

async function allow(call: PressCall, allowed: readonly Ping[]): Promise<Answer> {
  const { app, actor, userId, words } = call;
  await choosePings(app.db, actor, allowed);
  return show(pingsView(words, await pingsOff(app.db, userId), words.pings.saved));
}
