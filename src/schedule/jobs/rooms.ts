import type { Job } from '../scheduler.ts';

/** Looks at everybody in study rooms, whose time begins or stops to count by the clock alone. */
export const rooms: Job = {
  name: 'rooms',
  of: 'guilds',
  run: ({ app }, now) => app.rooms?.tick(app.share, now) ?? Promise.resolve(),
};
