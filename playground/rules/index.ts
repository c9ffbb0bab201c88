import { asDescribed } from './body.ts';
import { callbackFaults } from './callbacks.ts';
import { changeFaults, commandFaults, commandListFaults, type Command } from './commands.ts';
import { describedFaults, schemaNamed, sentence } from './description.ts';
import { embedFaults } from './embeds.ts';
import { fileFaults, tooLarge } from './files.ts';
import { layoutFaults } from './layout.ts';
import { mentionFaults } from './mentions.ts';
import { emptyMessage, messageFaults } from './messages.ts';
import { findOperation } from './operations.ts';
import { parameterFaults } from './parameters.ts';
import { invalidForm, type Fault, type Refusal } from './refusal.ts';
import { messageIn, type MessageWrite, type Request } from './request.ts';
import { threadFaults } from './threads.ts';

export { limits } from './limits.ts';
export type { Refusal } from './refusal.ts';
export type { Context, Request } from './request.ts';

/**
 * Checks a bot's request against Discord's API description, and then against rules that the description does not state.
 * The result is Discord's refusal, or null. A form's refusal names all broken rules, others name the first. `path` is
 * without `/api/v10`; `body` is the parsed JSON, in a multipart request that of `payload_json`.
 */
export function checkRequest(request: Request): Refusal | null {
  const found = findOperation(request.method, request.path);
  if (found === null) {
    return {
      status: 404,
      code: 0,
      message: '404: Not Found',
      rule: `The local Discord has no ${request.method} ${request.path}: it is listed in rules/operations.ts or wrong`,
    };
  }
  const { operation, parameters } = found;
  const { template } = operation;
  const body = request.body ?? {};
  const large = tooLarge(request.files ?? []);
  if (large !== null) return large;
  const described = [
    ...parameterFaults(template, parameters, request.query ?? {}),
    ...(operation.request === null ? [] : describedFaults(operation.request, body)),
  ];
  if (described.length > 0) return invalidForm(described);
  const write = messageIn(request, template);
  return (
    invalidForm([...ownFaults(request, template, body), ...(write === null ? [] : writeFaults(write))]) ??
    (write === null ? null : emptyMessage(write))
  );
}

/** Checks callbacks, commands and threads. The body must already match the description. */
function ownFaults(request: Request, template: string, body: unknown): Iterable<Fault> {
  const method = request.method.toUpperCase();
  if (template.endsWith('/callback')) return callbackFaults(body, request.context ?? {});
  if (template.endsWith('/threads') && method === 'POST') return threadFaults(body);
  if (template.endsWith('/commands') && method === 'PUT')
    return commandListFaults(asDescribed<Command[]>(body));
  if (template.endsWith('/commands') && method === 'POST')
    return commandFaults(asDescribed<Command>(body), []);
  if (template.endsWith('/{command_id}') && method === 'PATCH') {
    return changeFaults(asDescribed<Partial<Command>>(body));
  }
  return [];
}

function writeFaults(write: MessageWrite): Fault[] {
  const { body } = write;
  return [
    ...messageFaults(write),
    ...embedFaults(body.embeds ?? [], [...write.path, 'embeds']),
    ...layoutFaults(write),
    ...fileFaults(write),
    ...mentionFaults(write),
  ];
}

/**
 * Checks an answer of the local Discord against the description. The result is a sentence about the fault, or null.
 * `body` is sent as JSON; undefined, null or '' stands for an empty answer.
 */
export function checkAnswer(answer: {
  method: string;
  path: string;
  status: number;
  body?: unknown;
}): string | null {
  const { method, path, status } = answer;
  const body = answer.body === '' ? undefined : (answer.body ?? undefined);
  if (status >= 400) {
    if (status >= 500) return null;
    const isLimit = status === 429;
    const faults = describedFaults(schemaNamed(isLimit ? 'RatelimitedResponse' : 'ErrorResponse'), body);
    // Discord sends no code with a rate limit, though its description requires one.
    return sentence(isLimit ? faults.filter(({ path: [field] }) => field !== 'code') : faults);
  }
  const found = findOperation(method, path);
  if (found === null) return `The description has no ${method} ${path}`;
  const schema = found.operation.answers.get(status);
  if (schema === undefined) return `${method} ${found.operation.template} does not answer ${status}`;
  if (schema === null) return body === undefined ? null : `${method} ${path}: ${status} has no body`;
  return sentence(describedFaults(schema, body));
}
