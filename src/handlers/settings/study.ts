import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { memberOf } from '../../store/members/members.ts';
import { studySettingsView } from '../../view/settings/study.ts';
import { storeSettings } from './choices.ts';

/** The page of the settings about study time and roles. */
export async function studySettings(call: Call, note: string | null = null): Promise<Answer> {
  return show(studySettingsView(call.words, await memberOf(call.app.db, call.userId), note));
}

/** Sets whether the member's groups are told when they are given a role. */
export async function chooseTelling(call: PressCall): Promise<Answer> {
  const tellRoles = argument(z.enum(['tell', 'keep']), call.args[0]) === 'tell';
  await storeSettings(call, { tellRoles });
  return studySettings(call, tellRoles ? call.words.roles.telling : null);
}
