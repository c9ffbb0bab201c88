import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import { deletePersonalData } from '../../store/members/personal-data.ts';
import { fold } from '../../text/fold.ts';
import { deletedView, deleteForm, notDeletedView, SETTINGS_FIELD } from '../../view/settings/settings.ts';

/** Asks the member to type a word before everything of theirs is deleted. */
export function askToDelete(call: Call): Promise<Answer> {
  return Promise.resolve(ask(deleteForm(call.words)));
}

/** Deletes everything that is stored about a member, if they have typed the word. */
export async function deleteAll(call: FormCall): Promise<Answer> {
  const typed = fold(call.fields.getTextInputValue(SETTINGS_FIELD.word)).trim();
  if (typed !== fold(call.words.settings.deleteWord)) return show(notDeletedView(call.words));
  await deletePersonalData(call.app.db, call.actor);
  return show(deletedView(call.words));
}
