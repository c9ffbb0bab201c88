import { LinkError, readLink } from '../../links/read-link.ts';
import { decodeText } from '../../roadmap/encoding.ts';
import { readRoadmap } from '../../roadmap/read.ts';
import { LIMITS, RoadmapError } from '../../roadmap/roadmap-error.ts';
import { claimLink, type DueLink, hashOf, noteFailing, noteFound } from '../../store/roadmaps/links.ts';
import type { Job, Scheduler } from '../scheduler.ts';
import { DAY } from '../../time/units.ts';

/**
 * The limits of a tick: so few links, each so quick, that a slow server delays no post. Some thousands can be read in
 * a day.
 */
const AT_ONCE = 2;
const WITHIN = 5000;

/**
 * Reads each watched link once a day. A new version is stored until an organiser has looked at it, and changes
 * nothing before that.
 */
export const readLinks: Job = {
  name: 'read-links',
  of: 'guilds',
  async run({ app }, now, signal) {
    if (app.importHosts === null) return;
    for (let read = 0; read < AT_ONCE; read += 1) {
      if (signal?.aborted === true) return;
      const due = await claimLink(app.db, app.share, now - DAY, now);
      if (due === null) return;
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
    // A page without any list is a mistake of its author, or is another page by now.
    if (readRoadmap(source, { bullets: true }).roadmap.sections.length === 0) {
      return await noteFailing(db, roadmapId, now);
    }
    await noteFound(db, roadmapId, hashOf(source) === seen ? null : { source, base });
  } catch (error) {
    if (!(error instanceof LinkError) && !(error instanceof RoadmapError)) throw error;
    await noteFailing(db, roadmapId, now);
  }
}
