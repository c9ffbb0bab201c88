import process from 'node:process';
import { z } from 'zod';
import { startProxy } from './proxy.ts';

/** The proxy as a program. All processes of the bot get its address as their `DISCORD_API`. */
const { DISCORD_API, PORT, HOST } = z
  .object({
    DISCORD_API: z.url({ protocol: /^https?$/ }).default('https://discord.com/api'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    // It passes on whatever it is given, with the sender's token. So it is not reachable from elsewhere unless told.
    HOST: z.string().default('127.0.0.1'),
  })
  .parse(process.env);

const proxy = await startProxy({ api: DISCORD_API, host: HOST, port: PORT });
console.log(`Requests to http://${HOST}:${proxy.port}/api are passed on to ${DISCORD_API}.`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void proxy.stop());
