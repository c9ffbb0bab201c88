import { choiceFaults, type AutocompleteChoice } from './choices.ts';
import { asDescribed, flag } from './body.ts';
import { modalFaults, type ModalBody } from './modals.ts';
import type { Fault } from './refusal.ts';
import type { Context } from './request.ts';

/** The callback types that each type of interaction allows. */
const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [4, 5, 9, 12],
  3: [4, 5, 6, 7, 9, 12],
  4: [8],
  5: [4, 5, 6, 7, 12],
};

const NAMES: Readonly<Record<number, string>> = {
  1: 'a ping',
  2: 'a command',
  3: 'a component',
  4: 'an autocomplete',
  5: 'a modal submit',
};

/** Checks an interaction's first response, without the message in it. */
export function* callbackFaults(body: unknown, context: Context): Iterable<Fault> {
  const { type, data } = asDescribed<{ type: number; data?: Record<string, unknown> | null }>(body);
  const asked = context.interactionType;
  const allowed = asked === undefined ? undefined : ANSWERS[asked];
  if (asked !== undefined && allowed !== undefined && !allowed.includes(type)) {
    const what = type === 9 ? 'A modal' : `A callback of type ${type}`;
    yield {
      path: ['type'],
      code: 'INTERACTION_CALLBACK_TYPE_INVALID',
      message: `Value must be one of {${allowed.join(', ')}}.`,
      rule: `${what} cannot answer ${NAMES[asked]}`,
    };
  }
  if (type === 5) yield* deferFaults(data ?? {});
  if (type === 8)
    yield* choiceFaults(
      asDescribed<(AutocompleteChoice | null)[]>(data?.['choices'] ?? []),
      context.optionType,
    );
  if (type === 9) yield* modalFaults(asDescribed<ModalBody>(data), ['data']);
}

function* deferFaults(data: Readonly<Record<string, unknown>>): Iterable<Fault> {
  const flags = Number(data['flags'] ?? 0);
  if ((flags & ~flag.ephemeral) !== 0) {
    yield {
      path: ['data', 'flags'],
      code: 'MESSAGE_FLAGS_INVALID',
      message: 'Only EPHEMERAL may be set',
      rule: 'A deferred reply may set only the flag EPHEMERAL; others go on the edit that follows',
    };
  }
  const said = Object.keys(data).find(
    (key) => !['flags', 'tts'].includes(key) && (data[key] ?? null) !== null,
  );
  if (said !== undefined) {
    yield {
      path: ['data', said],
      code: 'INTERACTION_DEFER_WITH_DATA',
      message: 'A deferred response has no message',
      rule: `A deferred reply carries no message yet, so no ${said}`,
    };
  }
}
