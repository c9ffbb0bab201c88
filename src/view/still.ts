import type { APIMessageTopLevelComponent } from 'discord.js';
import { z } from 'zod';

/** Components are plain JSON, and these were made by this program, so nothing is checked. */
const stilled = z.array(z.custom<APIMessageTopLevelComponent>());

/** A message's components for a preview. Its buttons are disabled, except for links, which have no custom id. */
export function still(
  components: readonly APIMessageTopLevelComponent[],
): readonly APIMessageTopLevelComponent[] {
  const copy: unknown = JSON.parse(JSON.stringify(components), (_, part: unknown) =>
    isPressable(part) ? { ...part, disabled: true } : part,
  );
  return stilled.parse(copy);
}

function isPressable(part: unknown): part is object {
  return typeof part === 'object' && part !== null && 'custom_id' in part;
}
