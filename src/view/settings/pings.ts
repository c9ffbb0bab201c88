import { type Ping, PINGS } from '../../study/pings.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, section, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';

/** A member's choice of what may ping them. *Nothing* comes first. */
export function pingsView(words: Words, off: ReadonlySet<Ping>, note: string | null = null): Message {
  const { pings: say } = words;
  const isSilent = off.size === PINGS.length;
  return card(
    'neutral',
    text(say.heading, isSilent ? say.silent : (note ?? say.about)),
    row(
      isSilent
        ? button(say.everything, customId('pings-set', 'all'), 'primary')
        : button(say.nothing, customId('pings-set', 'none'), 'danger'),
    ),
    select(
      customId('pings-only'),
      say.choose,
      PINGS.map((ping) => ({
        label: say.kind[ping],
        description: say.when[ping],
        value: ping,
        chosen: !off.has(ping),
      })),
      { min: 1, max: PINGS.length },
    ),
    text(say.roles),
    row(button(words.act.back, customId('settings'))),
  );
}

/** The line about pings in the settings, with a button to the choice. */
export function pingsSection({ pings: say }: Words, off: ReadonlySet<Ping>) {
  return section(say.line(PINGS.length - off.size, PINGS.length), button(say.button, customId('pings')));
}
