import { checkRequest, type Context, type Request } from '../../../playground/rules/index.ts';

/**
 * A row of a table: its name, the request, and the expected faults as `place CODE` in order. An empty list means that
 * the request passes.
 */
export type Row = readonly [what: string, request: Request, faults: readonly string[]];

/** The faults of a refusal as `place CODE`, or its number if it refuses the request as a whole. */
export function verdict(request: Request): string[] {
  const refusal = checkRequest(request);
  if (refusal === null) return [];
  if (refusal.rule === '') throw new Error('A refusal must name its rule.');
  return refusal.errors === undefined ? [String(refusal.code)] : faultsIn(refusal.errors, '');
}

function faultsIn(node: unknown, place: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) => {
    if (key === '_errors' && Array.isArray(child)) {
      return child.map((fault: { code: string }) => `${place} ${fault.code}`.trim());
    }
    return faultsIn(child, place === '' ? key : `${place}.${key}`);
  });
}

export const nobody = { allowed_mentions: { parse: [] } };
export const V2 = { flags: 1 << 15 };
export const channel = '200000000000000001';
export const message = '300000000000000001';

export const post = (body: object, rest: Partial<Request> = {}): Request => ({
  method: 'POST',
  path: `/channels/${channel}/messages`,
  body: { ...nobody, ...body },
  ...rest,
});

export const edit = (body: object, standing?: Context['message'], rest: Partial<Request> = {}): Request => ({
  method: 'PATCH',
  path: `/channels/${channel}/messages/${message}`,
  body: { ...nobody, ...body },
  context: { message: standing },
  ...rest,
});

export const answer = (type: number, data?: object, context: Context = {}): Request => ({
  method: 'POST',
  path: '/interactions/400000000000000001/aW50ZXJhY3Rpb24/callback',
  body: data === undefined ? { type } : { type, data },
  context,
});

export const put = (...commands: readonly object[]): Request => ({
  method: 'PUT',
  path: '/applications/100000000000000001/commands',
  body: commands,
});

export const text = (content: string): object => ({ type: 10, content });
export const button = (id: string, more: object = {}): object => ({
  type: 2,
  style: 1,
  label: 'Done',
  custom_id: id,
  ...more,
});
export const row = (...components: readonly object[]): object => ({ type: 1, components });
export const container = (...components: readonly object[]): object => ({ type: 17, components });
export const option = (value: string, more: object = {}): object => ({ label: value, value, ...more });
export const select = (options: readonly object[], more: object = {}): object => ({
  type: 3,
  custom_id: 'select',
  options,
  ...more,
});

/** So many items, each made from its number. */
export const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
