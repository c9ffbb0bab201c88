import { type Ping, PINGS } from '../../study/pings.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, section, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';

/**
 * A member's choice of what may ping them: every kind with its state. The list says when and where each of them does.
 */
export function pingsView(words: Words, off: ReadonlySet<Ping>, note: string | null = null): Message {
  const { pings: say } = words;
  const isSilent = off.size === PINGS.length;
  const states = PINGS.map((ping) => (off.has(ping) ? say.isOff : say.isOn)(say.kind[ping]));
  return card(
    'neutral',
    text(say.heading, note ?? say.about),
    text(isSilent ? say.silent : null, ...states),
    select(
      customId('pings-turn'),
      say.choose,
      PINGS.map((ping) => ({
        label: off.has(ping) ? say.allow(say.kind[ping]) : say.stop(say.kind[ping]),
        description: say.line(say.when[ping], say.where[ping]),
        value: `${off.has(ping) ? 'allow' : 'stop'}-${ping}`,
      })),
    ),
    text(say.roles),
    row(
      isSilent
        ? button(say.everything, customId('pings-set', 'all'))
        : button(say.nothing, customId('pings-set', 'none')),
      button(words.act.back, customId('settings')),
    ),
  );
}

/** The line about pings in the settings, with a button to the choice. */
export function pingsSection({ pings: say }: Words, off: ReadonlySet<Ping>) {
  return section(
    say.inSettings(PINGS.length - off.size, PINGS.length),
    button(say.button, customId('pings')),
  );
}
