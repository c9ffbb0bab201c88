/** The bot's entry. It makes imports quick before it imports the bot. */
import { registerHooks } from 'node:module';
import { exactImports } from './exact-imports.ts';

registerHooks({ resolve: exactImports() });
await import('./run.ts');
