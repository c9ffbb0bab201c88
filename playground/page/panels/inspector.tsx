import type { VNode } from 'preact';
import type { RequestView } from '../../web/protocol.ts';
import { Icon } from '../icons.tsx';

interface Props {
  readonly requests: readonly RequestView[];
  readonly onClose: () => void;
}

/** The bot's requests to Discord, newest first, with the refusals. */
export function Inspector({ requests, onClose }: Props): VNode {
  const refused = requests.filter((request) => request.refusal !== null).length;
  return (
    <aside class="inspector" aria-label="Inspector">
      <header>
        <h2>Inspector</h2>
        <button type="button" class="bare" aria-label="Close the inspector" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <p class="quiet">
        Each request of the bot is checked against Discord’s own API description and limits.{' '}
        {refused === 0 ? (
          'All of these would pass.'
        ) : (
          <strong class="refused-count">{refused} would be refused.</strong>
        )}
      </p>
      {requests.length === 0 && <p class="quiet">Nothing has been asked yet.</p>}
      <ol>
        {requests.map((request) => (
          <li key={request.number}>
            <Request request={request} />
          </li>
        ))}
      </ol>
    </aside>
  );
}

function Request({ request }: { readonly request: RequestView }): VNode {
  const { refusal } = request;
  return (
    <details class={`request ${refusal === null ? '' : 'refused'}`}>
      <summary>
        <span class="method">{request.method}</span>
        <span class="path">{shorten(request.path)}</span>
        <span class={`status ${request.status >= 400 || request.status === 0 ? 'bad' : ''}`}>
          {request.status || 'cut'}
        </span>
        <span class="quiet">{Math.round(request.ms)} ms</span>
        {refusal !== null && (
          <span class="refusal">
            {refusal.rule} ({refusal.code}: {refusal.message})
          </span>
        )}
      </summary>
      <p class="quiet path">{request.path}</p>
      {refusal?.errors !== undefined && <Json title="Errors" value={refusal.errors} />}
      {request.files.map((file) => (
        <p class="quiet">{`${file.name}, ${file.size} bytes`}</p>
      ))}
      {request.body !== null && request.body !== undefined && <Json title="Body" value={request.body} />}
    </details>
  );
}

/** Ids and tokens tell a reader little. The details show the whole path. */
const shorten = (path: string): string =>
  path
    .replace(/\?.*$/, '')
    .replace(/\/[\w-]{60,}/g, '/…')
    .replace(/\d{13,}(\d{4})/g, '…$1');

function Json({ title, value }: { readonly title: string; readonly value: unknown }): VNode {
  return (
    <pre tabIndex={0} aria-label={title}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
