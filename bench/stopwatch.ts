import type { LocalDiscord } from '../playground/discord.ts';

/**
 * The times at which an interaction went to the bot's connection and at which its answer arrived, as `performance.now`
 * counts.
 */
export interface Times {
  readonly sent: number;
  readonly arrived: number;
}

/**
 * Measures the times of an act of one person. The answer counts from the beginning of its request, so the local
 * Discord's own checks, which come later, are in no figure.
 */
export async function timeAnswer({ world }: LocalDiscord, act: () => Promise<unknown>): Promise<Times> {
  let sent: number | undefined;
  let arrived: number | undefined;
  const { dispatch } = world;
  // Writing to the connection wakes the bot before the write returns, so the time is taken before it.
  world.dispatch = (event, data, to) => {
    if (event === 'INTERACTION_CREATE') sent ??= performance.now();
    dispatch(event, data, to);
  };
  const stop = world.feed.listen((event) => {
    if (event.kind === 'request' && event.request.path.endsWith('/callback'))
      arrived ??= performance.now() - event.request.ms;
  });
  await act();
  stop();
  world.dispatch = dispatch;
  if (sent === undefined || arrived === undefined) throw new Error('there was no answer');
  return { sent, arrived };
}
