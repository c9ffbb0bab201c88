import type { Logger } from 'pino';
import type { Remark } from '../roadmap/remark.ts';
import type { Seeding } from '../store/roadmaps/seeding.ts';
import { plain } from '../view/escape.ts';
import { remarkText } from '../view/roadmaps/reading.ts';
import { LANGUAGES } from '../words/index.ts';

/**
 * Logs what the seeding of a roadmap changed, and what the operator can do about topics that it could not
 * match.
 */
export function logSeeding(
  log: Logger,
  roadmap: string,
  seeding: Seeding & { readonly file: string; readonly remarks: readonly Remark[] },
): void {
  const [added, archived, restored] = [seeding.added, seeding.archived, seeding.restored].map(
    (keys) => keys.length,
  );
  if (added || archived || restored) log.info({ roadmap, added, archived, restored }, 'roadmap seeded');
  for (const { line, ...finding } of seeding.remarks) {
    log.warn({ file: seeding.file, line, ...finding }, remarkText(LANGUAGES.en, finding, plain));
  }
  for (const { key, title, offers, members } of seeding.unsettled) {
    const maybe = offers.map(({ topic }) => topic.title);
    log.warn(
      { roadmap, topic: title, maybe, members },
      `a topic left the roadmap that may still be in it: if so, write <!-- id: ${key} --> behind the one that it is`,
    );
  }
}
