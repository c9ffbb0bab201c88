import type { GuildHandle } from '../../playground/people/place.ts';
import { changeGuild, ensureGuild } from '../../src/store/members/guilds.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import type { startWorld } from '../bot.ts';
import { readOnce } from '../prepared.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

/** Makes a group follow a roadmap of its own. */
export async function follow(
  { app }: World,
  guild: GuildHandle,
  id: string,
  markdown: string,
): Promise<void> {
  await seedRoadmap(app.db, id, readOnce(markdown).roadmap, markdown, app.now());
  await ensureGuild(app.db, guild.id, 'en-US', app.now());
  await changeGuild(app.db, guild.id, { roadmapId: id });
}

/** A checklist in a README as most people write it: without stages, tools or comments. */
export const PLAIN = `# Cooking

- [ ] Rice
- [ ] Soup
  - [ ] Stock
  - [ ] Noodles

## Baking

- [ ] Bread
`;
