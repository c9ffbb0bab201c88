import { ChannelType } from 'discord.js';
import { type Answer, show } from '../discord/answer.ts';
import type { Call, PressCall } from '../discord/command.ts';
import { organiserGuild } from '../discord/permissions.ts';
import { Refusal } from '../discord/refusal.ts';
import { awayChannel } from '../discord/voice.ts';
import { chooseRooms, studyRooms } from '../store/rooms/rooms.ts';
import { outdatedView } from '../view/failure.ts';
import { roomsView } from '../view/rooms.ts';

/**
 * The page of `/setup` about study rooms.
 * @throws Refusal for anybody but organisers, and where the operator has not allowed study rooms
 */
export async function showRooms(
  call: Call,
  note: string | null = null,
  isExplained = false,
): Promise<Answer> {
  const { app, words } = call;
  const guildId = organiserGuild(call);
  if (app.rooms === null) throw new Refusal(outdatedView);
  const known = app.client.guilds.cache.get(guildId)?.channels.cache;
  // A channel that was deleted cannot be shown in the list.
  const rooms = (await studyRooms(app.db, guildId)).filter((id) => known?.has(id) === true);
  const away = awayChannel(app.client, guildId);
  const shownAway = away !== null && rooms.includes(away) ? away : null;
  return show(roomsView(words, rooms, shownAway, note, isExplained));
}

/** The same page, with all rules by which time in a study room counts. */
export function explainRooms(call: Call): Promise<Answer> {
  return showRooms(call, null, true);
}

/** Makes the chosen voice channels the server's study rooms. */
export async function setRooms(call: PressCall): Promise<Answer> {
  const { app, actor, guild, values, words } = call;
  const guildId = organiserGuild(call);
  const channels = app.client.guilds.cache.get(guildId)?.channels.cache;
  const areVoice = values.every((id) => {
    const type = channels?.get(id)?.type;
    return type === ChannelType.GuildVoice || type === ChannelType.GuildStageVoice;
  });
  if (app.rooms === null || guild === null || !areVoice) throw new Refusal(outdatedView);
  await chooseRooms(app.db, { ...actor, guildId }, values);
  await app.rooms.lookAgain(guildId);
  return showRooms(call, words.rooms.saved);
}
