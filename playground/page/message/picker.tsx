import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { useFloating } from './float.ts';
import type { PickerOption } from './picker-option.ts';

interface PickerProps {
  /** The id of the button, for a label beside it. */
  readonly id?: string;
  /**
   * Its accessible name, to which the choice is added. If a visible label stands beside it, `labelledBy` is the label's
   * id.
   */
  readonly label: string;
  readonly labelledBy?: string;
  readonly describedBy?: string;
  readonly required?: boolean;
  readonly placeholder: string;
  readonly options: readonly PickerOption[];
  readonly chosen: readonly string[];
  readonly min: number;
  readonly max: number;
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly invalid?: boolean;
  /** Called with the values after a choice, or, if several may be chosen, when the list closes. */
  readonly onChoose: (values: readonly string[]) => void;
}

/** Discord's select. Enter, Space or an arrow opens it, letters jump, Enter chooses, and Escape changes nothing. */
export function Picker(props: PickerProps): VNode {
  const { options, chosen, min, max } = props;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [marked, setMarked] = useState<readonly string[]>(chosen);
  const typed = useRef({ text: '', until: 0 });
  const anchor = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const several = max > 1;
  useEffect(() => setMarked(chosen), [chosen.join('\n')]);
  useEffect(() => {
    if (open) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [open, at]);

  const show = (): void => {
    if (props.disabled === true) return;
    setAt(
      Math.max(
        0,
        options.findIndex((option) => chosen.includes(option.value)),
      ),
    );
    setOpen(true);
  };
  const close = (keep: boolean): void => {
    setOpen(false);
    const changed = marked.join('\n') !== chosen.join('\n');
    if (keep && several && changed && marked.length >= min) props.onChoose(marked);
    else setMarked(chosen);
  };
  const pick = (option: PickerOption | undefined): void => {
    if (option === undefined) return;
    const had = marked.includes(option.value);
    if (several) {
      if (had) setMarked(marked.filter((value) => value !== option.value));
      else if (marked.length < max) setMarked([...marked, option.value]);
      return;
    }
    setOpen(false);
    anchor.current?.focus();
    if (!had || min > 0) props.onChoose([option.value]);
    else props.onChoose([]);
  };
  const jump = (letter: string, now: number): void => {
    const text = (now < typed.current.until ? typed.current.text : '') + letter.toLocaleLowerCase();
    typed.current = { text, until: now + 800 };
    const found = options.findIndex((option) => option.label.toLocaleLowerCase().startsWith(text));
    if (found >= 0) setAt(found);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
    const { key } = event;
    if (!open) {
      if (!['Enter', ' ', 'ArrowDown', 'ArrowUp'].includes(key)) return;
      show();
    } else if (key === 'ArrowDown') setAt(Math.min(at + 1, options.length - 1));
    else if (key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (key === 'Home') setAt(0);
    else if (key === 'End') setAt(options.length - 1);
    else if (key === 'Enter' || key === ' ') pick(options[at]);
    else if (key === 'Escape') close(several);
    else if (key === 'Tab') return close(true);
    else if (key.length === 1 && !event.ctrlKey && !event.metaKey) jump(key, event.timeStamp);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  useFloating(open, anchor, list, () => close(true));

  const labels = options.filter((option) => marked.includes(option.value));
  // Without a choice the name is only the label. The placeholder is often the same text, and would be read aloud twice.
  const named =
    props.labelledBy === undefined
      ? {
          'aria-label': [props.label, ...labels.map((option) => option.label)].join(', ').replace(', ', ': '),
        }
      : { 'aria-labelledby': `${props.labelledBy} ${id}-chosen` };
  return (
    <div class="picker">
      <button
        type="button"
        ref={anchor}
        id={props.id}
        class={`picker-box ${props.invalid === true ? 'invalid' : ''}`}
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={id}
        aria-activedescendant={open ? `${id}-${at}` : undefined}
        {...named}
        aria-describedby={props.describedBy}
        aria-required={props.required}
        aria-invalid={props.invalid}
        aria-busy={props.busy}
        disabled={props.disabled}
        onClick={() => (open ? close(true) : show())}
        onKeyDown={onKeyDown}
      >
        <span id={`${id}-chosen`} class={labels.length === 0 ? 'quiet' : ''}>
          {labels.length === 0 && props.placeholder}
          {labels.map((option) => (
            <span class={several ? 'chip' : ''}>
              {option.emoji} {option.label}
            </span>
          ))}
        </span>
        <Icon name="down" size={18} />
      </button>
      <div
        ref={list}
        id={id}
        class="floating"
        popover="manual"
        role="listbox"
        aria-label={props.label}
        aria-multiselectable={several}
        hidden={!open}
      >
        {open &&
          options.map((option, index) => (
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={marked.includes(option.value)}
              class={`pick ${index === at ? 'active' : ''}`}
              onPointerMove={() => setAt(index)}
              onClick={() => pick(option)}
            >
              {option.emoji !== undefined && <span class="pick-emoji">{option.emoji}</span>}
              <span class="pick-text">
                <span>{option.label}</span>
                {option.description !== undefined && <span class="quiet">{option.description}</span>}
              </span>
              {marked.includes(option.value) && <Icon name="check" size={18} />}
            </div>
          ))}
      </div>
    </div>
  );
}
