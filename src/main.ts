/** The bot's entry. It makes imports quick before it imports the bot. */
import { registerHooks } from 'node:module';
import { exactImports } from './exact-imports.ts';

// The 400 files of discord.js require each other. The hook finds none of them quicker, and would cost time at each.
await import('discord.js');
const quick = registerHooks({ resolve: exactImports() });
await import('./run.ts');
// The bot runs, so nearly all is imported. discord.js calls `require` with every answer, which a hook makes slow.
quick.deregister();
