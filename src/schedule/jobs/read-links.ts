import { LinkError, readLink } from '../../links/read-link.ts';
import { decodeText } from '../../roadmap/encoding.ts';
import { readRoadmap } from '../../roadmap/read.ts';
import { LIMITS, RoadmapError } from '../../roadmap/roadmap-error.ts';
import {
  type DueLink,
  hashOf,
  linksToRead,
  noteFailing,
  noteFound,
  noteReading,
} from '../../store/roadmaps/links.ts';
import type { Job, Scheduler } from '../scheduler.ts';

const DAY = 24 * 60 * 60_000;
/** So few a tick, and each so quick, that a slow server keeps no post waiting; in a day some thousands are read. */
const AT_ONCE = 2;
const WITHIN = 5000;

/** Watched links are read once a day. What is new in one is kept until an organiser has looked at it: nothing changes by itself. */
export const readLinks: Job = {
  name: 'read-links',
  async run({ app }, now, signal) {
    if (app.importHosts === null) return;
    for (const due of await linksToRead(app.db, now - DAY, AT_ONCE)) {
      if (signal?.aborted === true) return;
      await noteReading(app.db, due.roadmapId, now);
      await lookAgain(app, due, now);
    }
  },
};

async function lookAgain(
  { db, importHosts: hosts }: Scheduler['app'],
  { roadmapId, link, seen }: DueLink,
  now: number,
): Promise<void> {
  try {
    const { bytes, base } = await readLink(link, { hosts, limit: LIMITS.bytes, within: WITHIN });
    const { text: source } = decodeText(bytes);
    // A page in which no list is left is a slip of whoever keeps it, or no longer that page.
    if (readRoadmap(source, { bullets: true }).roadmap.sections.length === 0) {
      return await noteFailing(db, roadmapId, now);
    }
    await noteFound(db, roadmapId, hashOf(source) === seen ? null : { source, base });
  } catch (error) {
    if (!(error instanceof LinkError) && !(error instanceof RoadmapError)) throw error;
    await noteFailing(db, roadmapId, now);
  }
}
