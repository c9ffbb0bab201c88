import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { LIMITS, type Message } from './components.ts';
import { inline } from './escape.ts';

/** A mention as `mention` writes it. Mentions in members' own texts are escaped. */
const MENTION = /(?<!\\)<@(\d+)>/g;

/** The ids of the users whom the texts of a message mention. */
export function mentionedIn({ components, inWords }: Message): readonly string[] {
  const ids = textsIn([...components, ...(inWords?.components ?? [])]).flatMap((content) =>
    [...content.matchAll(MENTION)].map(([, id = '']) => id),
  );
  return [...new Set(ids)];
}

/**
 * Replaces mentions in a message by names. If a mention notifies nobody, Discord does not send its user along, and
 * clients that do not know the user show `@unknown-user`: discord/discord-api-docs#2126 and #1479. If a name does not
 * fit, its mention stays.
 * @param names by user id; other users stay mentioned
 */
export function naming(message: Message, names: ReadonlyMap<string, string>): Message {
  let room = LIMITS.messageText - textsIn(message.components).join('').length;
  const named = (content: string): string =>
    content.replace(MENTION, (mentioned, id: string) => {
      const name = names.get(id);
      const shown = name === undefined ? '' : inline(name);
      if (shown === '' || shown.length - mentioned.length > room) return mentioned;
      room -= shown.length - mentioned.length;
      return shown;
    });
  return {
    ...message,
    components: changed(message.components, named),
    ...(message.inWords !== undefined && { inWords: naming(message.inWords, names) }),
  };
}

function textsIn(components: Message['components']): readonly string[] {
  const texts: string[] = [];
  changed(components, (content) => {
    texts.push(content);
    return content;
  });
  return texts;
}

/** The components, with `change` applied to each of their texts. */
function changed(
  components: Message['components'],
  change: (content: string) => string,
): readonly APIMessageTopLevelComponent[] {
  const each = <T extends APIMessageTopLevelComponent>(component: T): T => {
    switch (component.type) {
      case ComponentType.TextDisplay:
        return { ...component, content: change(component.content) };
      case ComponentType.Section:
        return { ...component, components: component.components.map(each) };
      case ComponentType.Container:
        return { ...component, components: component.components.map(each) };
      default:
        return component;
    }
  };
  return components.map(each);
}
