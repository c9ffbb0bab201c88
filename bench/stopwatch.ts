import type { LocalDiscord } from '../playground/discord.ts';

/** When an interaction was handed to the bot's connection, and when its answer arrived, as `performance.now` counts. */
export interface Times {
  readonly sent: number;
  readonly arrived: number;
}

/**
 * Takes the times of something that one person does. The answer counts from the beginning of its request: the local
 * Discord's own checks of it come after, so they are in nobody's figure.
 */
export async function timeAnswer({ world }: LocalDiscord, act: () => Promise<unknown>): Promise<Times> {
  let sent: number | undefined;
  let arrived: number | undefined;
  const { dispatch } = world;
  // The writing to the connection wakes the bot before it returns, so an event after it would come too late.
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
