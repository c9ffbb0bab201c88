import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FileView, OptionValue } from '../../web/protocol.ts';
import { AttachButton } from '../files/attach-button.tsx';
import { FileList } from '../files/file-list.tsx';
import { Icon } from '../icons.tsx';
import type { Problem } from '../problems.ts';
import { useViewer } from '../viewer.ts';
import { CommandLine, TAIL } from './command-line.tsx';
import { add, begin, change, drop, EMPTY, fillIn, finish, firstEmpty, soFar, type Draft } from './draft.ts';
import { entriesOf, type Entry } from './entries.ts';
import { offersFor, type Pick } from './offers.ts';
import type { Combobox } from './option-field.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { useTypingAnywhere } from './typing.ts';
import { useAutocomplete } from './use-autocomplete.ts';

/** Discord takes ten files with a message. */
const MOST_FILES = 10;

/** A command that another part of the page puts into the composer. */
export interface Prefill {
  readonly count: number;
  readonly command: string;
  readonly options: Readonly<Record<string, OptionValue>>;
}

interface Props {
  readonly prefill: Prefill | null;
  readonly place: string;
  readonly onSlash: (command: string, options: Readonly<Record<string, OptionValue>>) => void;
  readonly onSay: (text: string, files: readonly FileView[]) => void;
}

/** The field for messages and commands, with the list of offers above it. */
export function Composer({ prefill, place, onSlash, onSay }: Props): VNode {
  const viewer = useViewer();
  const { world, guild, channel, words } = viewer;
  const commands = world.commands[guild?.id ?? 'dm'] ?? [];
  const entries = useMemo(() => entriesOf(commands, world.you.locale), [commands, world.you.locale]);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [active, setActive] = useState<string>(TAIL);
  const [tail, setTail] = useState('');
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(true);
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());
  const [files, setFiles] = useState<readonly FileView[]>([]);
  const box = useRef<HTMLFormElement>(null);
  const wanted = useRef<string | null>(null);
  const listId = useId();

  const focus = (name: string): void => {
    wanted.current = name;
    setActive(name);
    setClosed(false);
    setAt(name === TAIL ? -1 : 0);
  };
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const field = box.current?.querySelector<HTMLElement>(`[data-field="${wanted.current}"]`);
    wanted.current = null;
    field?.focus();
  });
  const update = (next: Draft, to?: string): void => {
    setDraft(next);
    setTail('');
    setProblems(new Map());
    if (to !== undefined) focus(to);
  };
  const choose = (entry: Entry, options: Readonly<Record<string, OptionValue>> = {}): void => {
    const next = fillIn(begin(entry), options);
    update(next, firstEmpty(next) ?? TAIL);
  };
  const clear = (): void => update(EMPTY, TAIL);

  useEffect(() => {
    const entry = prefill === null ? undefined : entries.find((each) => each.path === prefill.command);
    if (prefill !== null && entry !== undefined) choose(entry, prefill.options);
  }, [prefill?.count]);
  useEffect(() => {
    setDraft(EMPTY);
    setFiles([]);
    setClosed(true);
  }, [channel.id, world.you.id]);

  useTypingAnywhere(() => box.current?.querySelector<HTMLElement>(`[data-field="${active}"]`)?.focus());

  const given =
    draft.mode === 'command' ? draft.given.find((each) => each.option.name === active) : undefined;
  const isAsking = given !== undefined && given.option.autocomplete && given.chosen === null && !closed;
  const asked = useAutocomplete(
    isAsking && draft.mode === 'command'
      ? { command: draft.entry.path, options: soFar(draft, active), focused: active }
      : null,
  );

  const offers = offersFor(draft, given, {
    entries,
    tail,
    asked: isAsking ? asked : null,
    place: { world, guild, yes: words.yes, no: words.no },
  });
  const { rows } = offers;
  const isOpen = !closed && (rows.length > 0 || offers.status !== null || offers.heading !== null);
  const row = isOpen ? rows[at] : undefined;
  const take = (pick: Pick): void => {
    if (pick.kind === 'entry') return choose(pick.entry);
    if (draft.mode === 'text') return;
    if (pick.kind === 'option') return update(add(draft, pick.option), pick.option.name);
    const next = change(draft, active, pick.text, pick.value);
    update(next, firstEmpty(next) ?? TAIL);
  };

  const send = (): void => {
    if (draft.mode === 'text') {
      if (draft.text.trim() === '' && files.length === 0) return;
      onSay(draft.text, files);
      setFiles([]);
      return clear();
    }
    const result = finish(draft);
    if ('values' in result) {
      onSlash(draft.entry.path, result.values);
      clear();
      setClosed(true);
      return;
    }
    setProblems(result.problems);
    focus([...result.problems.keys()][0] ?? TAIL);
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const { key } = event;
    if (event.isComposing) return;
    if (key === 'ArrowDown' && isOpen && rows.length > 0) setAt((at + 1) % rows.length);
    else if (key === 'ArrowUp' && isOpen && rows.length > 0) setAt(at <= 0 ? rows.length - 1 : at - 1);
    else if (key === 'Enter' && !event.shiftKey) {
      if (row === undefined) send();
      else take(row.pick);
    } else if (key === 'Tab' && !event.shiftKey && isOpen && rows[0] !== undefined) {
      take((row ?? rows[0]).pick);
    } else if (key === 'Escape') {
      if (isOpen && rows.length > 0) setClosed(true);
      else if (draft.mode === 'command' || draft.text.startsWith('/')) clear();
      else return;
    } else if (key === 'Backspace' && draft.mode === 'command') {
      const field = event.target;
      if (!(field instanceof HTMLInputElement) || field.value !== '') return;
      const last = active === TAIL ? draft.given.at(-1)?.option.name : active;
      const option = draft.given.find((each) => each.option.name === last)?.option;
      if (option === undefined || (active !== TAIL && option.required)) clear();
      else if (active === TAIL) focus(option.name);
      else update(drop(draft, option.name), TAIL);
    } else return;
    event.preventDefault();
  };

  const onText = (text: string): void => {
    const named = text.startsWith('/') && text.endsWith(' ') ? text.slice(1, -1) : null;
    const entry =
      named === null ? undefined : entries.find((each) => each.label === named || each.path === named);
    if (entry !== undefined) return choose(entry);
    setDraft({ mode: 'text', text });
    setAt(0);
    setClosed(false);
  };
  const combobox = {
    role: 'combobox' as const,
    'aria-autocomplete': 'list' as const,
    'aria-expanded': isOpen,
    'aria-controls': listId,
    'aria-activedescendant': row === undefined ? undefined : `${listId}-${at}`,
  } satisfies Combobox;
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
        if (!(to instanceof Node) || box.current?.contains(to) !== true) setClosed(true);
      }}
    >
      <SuggestionList id={listId} open={isOpen} offers={offers} at={at} onPoint={setAt} onPick={take} />
      {problem !== undefined && (
        <p class="composer-problem" role="alert">
          {words.problem[problem.kind](problem.limit ?? 0)}
        </p>
      )}
      {draft.mode === 'text' && (
        <FileList files={files} onRemove={(file) => setFiles(files.filter((each) => each !== file))} />
      )}
      <div class="composer-box">
        {draft.mode === 'text' && (
          <AttachButton
            disabled={!channel.open}
            onChoose={(chosen) => {
              setFiles([...files, ...chosen].slice(0, MOST_FILES));
              focus(TAIL);
            }}
          />
        )}
        {draft.mode === 'text' ? (
          <input
            {...combobox}
            type="text"
            autoComplete="off"
            data-field={TAIL}
            value={draft.text}
            disabled={!channel.open}
            placeholder={channel.open ? words.messageTo(place) : words.closed}
            aria-label={words.messageTo(place)}
            onInput={(event) => onText(event.currentTarget.value)}
            onFocus={() => setActive(TAIL)}
            onKeyDown={onKeyDown}
          />
        ) : (
          <CommandLine
            draft={draft}
            tail={tail}
            problems={problems}
            combobox={combobox}
            onFocus={(name) => {
              if (active !== name) setAt(name === TAIL ? -1 : 0);
              setActive(name);
              setClosed(false);
            }}
            onChange={(name, text, chosen) => {
              setDraft(change(draft, name, text, chosen));
              setProblems(new Map());
              setAt(0);
              setClosed(false);
            }}
            onTail={setTail}
            onKeyDown={onKeyDown}
          />
        )}
        {draft.mode === 'command' && (
          <button type="button" class="bare" aria-label={words.cancel} onClick={clear}>
            <Icon name="close" />
          </button>
        )}
        <button type="submit" class="send" aria-label="Send" disabled={!channel.open}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
