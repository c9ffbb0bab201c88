import { LANGUAGES, type Words } from './index.ts';

/**
 * A description for Discord's command list, with its translations. `en-US` is named beside the default, or Discord
 * may show people in the USA the British one.
 */
export function localised(say: (words: Words) => string): {
  description: string;
  description_localizations: Record<string, string>;
} {
  const { en, ...others } = LANGUAGES;
  const translated = Object.entries(others).map(([code, words]) => [code, say(words)]);
  const description = say(en);
  return {
    description,
    description_localizations: {
      'en-US': description,
      'en-GB': description,
      ...Object.fromEntries(translated),
    },
  };
}
