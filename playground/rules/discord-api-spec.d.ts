/** The package ships its zod schemas without types; `description.ts` looks them up by name and checks that they are there. */
declare module 'discord-api-spec/zod';
