import { z } from 'zod';
import type { LocalDiscord } from '../playground/discord.ts';

/**
 * The times at which an interaction went to the bot's connection and at which its answer arrived, as `performance.now`
 * counts.
 */
export interface Times {
  readonly sent: number;
  readonly arrived: number;
}

const interaction = z.object({ id: z.string() });

/**
 * Measures the times of an act of one person. The answer counts from the beginning of its request, so the local
 * Discord's own checks, which come later, are in no figure.
 */
export async function timeAnswer({ world }: LocalDiscord, act: () => Promise<unknown>): Promise<Times> {
  let sent: number | undefined;
  let path: string | undefined;
  let arrived: number | undefined;
  const { dispatch } = world;
  // Writing to the connection wakes the bot before the write returns, so the time is taken before it.
  world.dispatch = (event, data, to) => {
    // Others may act meanwhile, so the answer is told by the interaction's id.
    if (event === 'INTERACTION_CREATE') path ??= `/interactions/${interaction.parse(data).id}/`;
    if (event === 'INTERACTION_CREATE') sent ??= performance.now();
    dispatch(event, data, to);
  };
  const stop = world.feed.listen((event) => {
    if (event.kind === 'request' && path !== undefined && event.request.path.includes(path))
      arrived ??= performance.now() - event.request.ms;
  });
  await act();
  stop();
  world.dispatch = dispatch;
  if (sent === undefined || arrived === undefined) throw new Error('there was no answer');
  return { sent, arrived };
}
