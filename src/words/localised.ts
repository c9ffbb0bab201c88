import { LANGUAGES, type Words } from './index.ts';

/** A description for Discord's command list, with its translations. */
export function localised(say: (words: Words) => string): {
  description: string;
  description_localizations: Record<string, string>;
} {
  return { description: say(LANGUAGES.en), description_localizations: translations(say) };
}

/** The name of a choice that Discord's command list offers, with its translations. */
export function localisedName(say: (words: Words) => string): {
  name: string;
  name_localizations: Record<string, string>;
} {
  return { name: say(LANGUAGES.en), name_localizations: translations(say) };
}

/** `en-US` gets its own entry, because otherwise Discord may show people in the USA another language. */
function translations(say: (words: Words) => string): Record<string, string> {
  const { en, ...others } = LANGUAGES;
  const translated = Object.entries(others).map(([code, words]) => [code, say(words)]);
  return { 'en-US': say(en), 'en-GB': say(en), ...Object.fromEntries(translated) };
}
