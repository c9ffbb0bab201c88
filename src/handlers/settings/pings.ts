import { z } from 'zod';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { choosePings, pingsOff } from '../../store/members/pings.ts';
import { type Ping, PINGS } from '../../study/pings.ts';
import { PINGS_FIELD, pingsForm, pingsView } from '../../view/settings/pings.ts';

/** What may ping the member. */
export async function showPings(call: Call): Promise<Answer> {
  return show(pingsView(call.words, await pingsOff(call.app.db, call.userId)));
}

/** Lets nothing ping the member, or everything again. */
export function choosePingsAtOnce(call: PressCall): Promise<Answer> {
  return allow(call, argument(z.enum(['all', 'none']), call.args[0]) === 'all' ? PINGS : []);
}

/** Asks for the kinds that may ping the member. */
export async function askForPings(call: Call): Promise<Answer> {
  return ask(pingsForm(call.words, await pingsOff(call.app.db, call.userId)));
}

/** Lets only the ticked kinds ping the member. */
export function takePings(call: FormCall): Promise<Answer> {
  return allow(call, argument(z.array(z.enum(PINGS)), call.fields.getCheckboxGroup(PINGS_FIELD)));
}

async function allow(call: Call, allowed: readonly Ping[]): Promise<Answer> {
  const { app, actor, userId, words } = call;
  await choosePings(app.db, actor, allowed);
  return show(pingsView(words, await pingsOff(app.db, userId), words.pings.saved));
}
