import { createHash } from 'node:crypto';
import { z } from 'zod';
import { withMark } from './custom-id.ts';

/**
 * The mark of a roadmap in custom ids: short, opaque, and always the same. It only has to tell the few roadmaps of
 * one reader apart.
 */
export function roadmapMark(roadmapId: string): string {
  return createHash('sha256').update(roadmapId).digest('base64url').slice(0, 4);
}

/**
 * Marks every button, list and form with the roadmap that it is about. It then stays about that roadmap, even if
 * another one is followed later. Ids that already have a mark keep it.
 * @param shown the components of a message, or a form, made by this program
 */
export function aboutRoadmap<T>(shown: T, roadmapId: string): T {
  const mark = roadmapMark(roadmapId);
  const copy: unknown = JSON.parse(JSON.stringify(shown), (key, value: unknown) =>
    key === 'custom_id' && typeof value === 'string' ? withMark(value, mark) : value,
  );
  return z.custom<T>().parse(copy);
}
