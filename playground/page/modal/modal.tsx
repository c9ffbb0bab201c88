import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ModalJson } from '../../state/json.ts';
import type { FieldValue, Outcome } from '../../web/protocol.ts';
import { Avatar, Icon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import type { FieldProblem } from '../problems.ts';
import { useViewer } from '../viewer.ts';
import { initialValue, partsOf, problemOf } from './fields.ts';
import { FieldInput } from './field-input.tsx';

interface Props {
  readonly modal: ModalJson;
  readonly onSubmit: (fields: Readonly<Record<string, FieldValue>>) => Promise<Outcome>;
  readonly onClose: () => void;
}

/** A modal of the bot. It stays open until the bot has answered, and shows problems beside their fields. */
export function Modal({ modal, onSubmit, onClose }: Props): VNode {
  const { words, world } = useViewer();
  const dialog = useRef<HTMLDialogElement>(null);
  const parts = useMemo(() => partsOf(modal), [modal]);
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []));
  const [values, setValues] = useState<Readonly<Record<string, FieldValue>>>(() =>
    Object.fromEntries(fields.map((field) => [field.id, initialValue(field.component)])),
  );
  const [problems, setProblems] = useState<ReadonlyMap<string, FieldProblem>>(new Map());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('.field input, .field textarea, .field button')?.focus();
  }, []);

  const submit = async (): Promise<void> => {
    const found = fields.flatMap((field) => {
      const problem = problemOf(field.component, values[field.id] ?? null);
      return problem === null ? [] : [[field.id, problem] as const];
    });
    setProblems(new Map(found));
    if (found.length > 0 || busy) return;
    setBusy(true);
    const outcome = await onSubmit(values);
    setBusy(false);
    if (outcome.kind === 'failed' || outcome.kind === 'refused') setFailed(true);
    else onClose();
  };
  return (
    <dialog ref={dialog} class="modal" aria-labelledby="modal-title" onCancel={onClose} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <Avatar id={world.bot.id} name={world.bot.username} bot />
          <h2 id="modal-title">{modal.title}</h2>
          <button type="button" class="bare" aria-label={words.cancel} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="modal-body">
          {failed && (
            <p class="modal-failed" role="alert">
              {words.modalFailed}
            </p>
          )}
          {parts.map((part) =>
            part.kind === 'text' ? (
              <Markdown text={part.text} />
            ) : (
              <FieldInput
                field={part.field}
                value={values[part.field.id] ?? null}
                problem={problems.get(part.field.id)}
                onChange={(value) => setValues((before) => ({ ...before, [part.field.id]: value }))}
              />
            ),
          )}
        </div>
        <footer>
          <button type="button" class="button secondary" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" class={`button primary ${busy ? 'busy' : ''}`} aria-busy={busy}>
            {words.submit}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
