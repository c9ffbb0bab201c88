import type { Lexicon } from '../time/when/lexicon.ts';
import { when as en } from './en/when.ts';
import type { Language } from './index.ts';
import { when as tr } from './tr/when.ts';

/** The words for times in each language. */
export const LEXICONS: Readonly<Record<Language, Lexicon>> = { en, tr };
