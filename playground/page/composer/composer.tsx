import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import type { FileView, OptionValue } from '../../web/protocol.ts';
import { FileList } from '../files/file-list.tsx';
import { Icon } from '../icons.tsx';
import { useViewer } from '../viewer.ts';
import { CommandLine } from './command-line.tsx';
import * as composing from './composing.ts';
import { finish } from './draft.ts';
import { entriesOf } from './entries.ts';
import { strokeOf, type Stroke } from './keys.ts';
import { MessageLine } from './message-line.tsx';
import type { Combobox } from './option-field.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useComposing, type Prefill } from './use-composing.ts';
import { useOffers } from './use-offers.ts';

interface Props {
  readonly prefill: Prefill | null;
  readonly place: string;
  readonly onSlash: (command: string, options: Readonly<Record<string, OptionValue>>) => void;
  readonly onSay: (text: string, files: readonly FileView[]) => void;
}

/** The field for messages and commands, with the list of offers above it. */
export function Composer({ prefill, place, onSlash, onSay }: Props): VNode {
  const { world, guild, channel, words } = useViewer();
  const commands = world.commands[guild?.id ?? 'dm'] ?? [];
  const entries = useMemo(() => entriesOf(commands, world.you.locale), [commands, world.you.locale]);
  const box = useRef<HTMLFormElement>(null);
  const [state, change] = useComposing(box, entries, prefill);
  const { draft, files, problems, at } = state;
  const offers = useOffers(state, entries);
  const rows = offers?.rows ?? [];

  const send = (): void => {
    if (draft.mode === 'text') {
      if (draft.text.trim() === '' && files.length === 0) return;
      onSay(draft.text, files);
      change((now) => ({ ...composing.clear(now), files: [] }));
      return;
    }
    const result = finish(draft);
    if ('problems' in result) return change((now) => composing.showProblems(now, result.problems));
    onSlash(draft.entry.path, result.values);
    change((now) => ({ ...composing.clear(now), isClosed: true }));
  };
  const follow = (stroke: Stroke): void => {
    if (stroke.kind === 'send') send();
    else change((now) => after(now, stroke));
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.isComposing) return;
    const stroke = strokeOf(event, state, rows, event.currentTarget.value === '');
    if (stroke === null) return;
    follow(stroke);
    event.preventDefault();
  };

  const listId = useId();
  const combobox: Combobox = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': offers !== null,
    'aria-controls': listId,
    'aria-activedescendant': rows[at] === undefined ? undefined : `${listId}-${at}`,
  };
  const problem = [...problems.values()][0];
  return (
    <form
      ref={box}
      id="message-field"
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || box.current?.contains(to) !== true) follow({ kind: 'close' });
      }}
    >
      <SuggestionList
        id={listId}
        offers={offers}
        at={at}
        onPoint={(to) => follow({ kind: 'highlight', at: to })}
        onPick={(pick) => follow({ kind: 'take', pick })}
      />
      {problem !== undefined && (
        <p class="composer-problem" role="alert">
          {words.problem[problem.kind](problem.limit ?? 0)}
        </p>
      )}
      {draft.mode === 'text' && (
        <FileList
          files={files}
          onRemove={(file) => change((now) => ({ ...now, files: now.files.filter((each) => each !== file) }))}
        />
      )}
      <div class="composer-box">
        {draft.mode === 'text' ? (
          <MessageLine
            text={draft.text}
            place={place}
            combobox={combobox}
            onFiles={(chosen) => change((now) => composing.addFiles(now, chosen))}
            onText={(text) => change((now) => composing.writeText(now, text, entries))}
            onFocus={() => change((now) => ({ ...now, active: composing.TAIL }))}
            onKeyDown={onKeyDown}
          />
        ) : (
          <CommandLine
            draft={draft}
            tail={state.tail}
            problems={problems}
            combobox={combobox}
            onFocus={(name) => change((now) => composing.enterField(now, name))}
            onChange={(name, text, chosen) => change((now) => composing.writeOption(now, name, text, chosen))}
            onTail={(tail) => change((now) => ({ ...now, tail }))}
            onCancel={() => follow({ kind: 'clear' })}
            onKeyDown={onKeyDown}
          />
        )}
        <button type="submit" class="send" aria-label="Send" disabled={!channel.open}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

/** The composer after a key, or a press that does the same. */
function after(state: composing.Composing, stroke: Exclude<Stroke, { kind: 'send' }>): composing.Composing {
  switch (stroke.kind) {
    case 'highlight':
      return { ...state, at: stroke.at };
    case 'take':
      return composing.take(state, stroke.pick);
    case 'close':
      return { ...state, isClosed: true };
    case 'clear':
      return composing.clear(state);
    case 'go to':
      return composing.goTo(state, stroke.field);
    case 'remove':
      return composing.removeOption(state, stroke.option);
  }
}
