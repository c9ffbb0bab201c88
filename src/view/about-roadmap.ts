import { createHash } from 'node:crypto';
import { z } from 'zod';
import { withMark } from './custom-id.ts';

/** The mark of a roadmap in custom ids: short, opaque, and the same at every start. Readers have few roadmaps to tell apart. */
export function roadmapMark(roadmapId: string): string {
  return createHash('sha256').update(roadmapId).digest('base64url').slice(0, 4);
}

/**
 * Marks everything that can be pressed, chosen or submitted with the roadmap that it is about, so that it stays about that
 * roadmap whatever is followed later. What is marked already keeps its mark.
 * @param shown the components of a message, or a form, made by this program
 */
export function aboutRoadmap<T>(shown: T, roadmapId: string): T {
  const mark = roadmapMark(roadmapId);
  const copy: unknown = JSON.parse(JSON.stringify(shown), (key, value: unknown) =>
    key === 'custom_id' && typeof value === 'string' ? withMark(value, mark) : value,
  );
  return z.custom<T>().parse(copy);
}
