import { Locale } from 'discord-api-types/v10';
import type { Fault, Path } from './refusal.ts';

const known: ReadonlySet<string> = new Set(Object.values(Locale));

/** The keys of localisations are Discord's own locales (`en-US`, `tr`), with their exact case. */
export function* localeFaults(
  texts: Readonly<Record<string, string>> | null | undefined,
  path: Path,
): Iterable<Fault> {
  for (const locale of Object.keys(texts ?? {})) {
    if (known.has(locale)) continue;
    yield {
      path: [...path, locale],
      code: 'BASE_TYPE_CHOICES',
      message: `Value must be one of {${[...known].join(', ')}}.`,
      rule: `Discord has no locale ${locale}`,
    };
  }
}
