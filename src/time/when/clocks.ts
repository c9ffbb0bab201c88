import type { Token } from './tokens.ts';
import type { SaidClock, Spoken, Matched } from './said.ts';
import { numberAt } from './numbers.ts';

/** `half past six`, `ten to six` */
export function pastTheHour(tokens: readonly Token[]): Matched | null {
  const at = tokens[0]?.is === 'at' ? 1 : 0;
  const token = tokens[at];
  const minutes =
    token?.is === 'half'
      ? { value: 30, used: 1 }
      : token?.is === 'quarter'
        ? { value: 15, used: 1 }
        : numberAt(tokens, at);
  if (minutes === null || minutes.value >= 60) return null;
  const past = tokens[at + minutes.used];
  const hour = numberAt(tokens, at + minutes.used + 1);
  if (past?.is !== 'past' || hour === null || !isHour(hour.value)) return null;
  const before = past.sign === -1;
  const said = {
    hour: before ? (hour.value + 23) % 24 : hour.value,
    minute: before ? 60 - minutes.value : minutes.value,
    length: 1,
    pm: null,
  };
  // Nobody says "ten to zero" of the clock with 24 hours.
  const onDial = hour.value === 1 && before ? { ...said, hour: 12 } : said;
  const used = at + minutes.used + 1 + hour.used;
  const halfDay = tokens[used];
  if (halfDay?.is === 'half-day') return { used: used + 1, said: { clock: { ...onDial, pm: halfDay.pm } } };
  return { used, said: { clock: onDial } };
}

/** `at 5`, `18:30`, `9am`, `saat 5 buçukta` */
export function clock(tokens: readonly Token[]): Matched | null {
  const [first] = tokens;
  const isLed = first?.is === 'at' || (first?.is === 'unit' && first.saysHour === true);
  const at = isLed ? 1 : 0;
  const token = tokens[at];
  const half = tokens[at + 1]?.is === 'half' ? 1 : 0;
  const number = numberAt(tokens, at);
  const behind = tokens[at + (number?.used ?? 1) + half];
  const isTime = isLed || half === 1 || behind?.is === 'half-day' || behind?.is === 'oclock';
  let said: Omit<SaidClock, 'pm'> | null = null;
  let used = at + 1;
  if (token?.is === 'clock') said = { hour: token.hour, minute: token.minute, length: token.length };
  else if (token?.is === 'pair' && token.dotted && isTime) {
    said = { hour: token.a, minute: token.b, length: token.length };
  } else if (isTime && number !== null && Number.isInteger(number.value)) {
    const length = token?.is === 'digits' ? token.length : 1;
    said = { hour: number.value, minute: half === 1 ? 30 : null, length };
    used = at + number.used + half;
  }
  if (said === null || !isTimeOfDay(said)) return null;
  const spelled = said.minute === null ? minutesAt(tokens, used) : null;
  if (spelled !== null) {
    said = { ...said, minute: spelled.value };
    used += spelled.used;
  }
  const oclock = tokens[used]?.is === 'oclock' ? 1 : 0;
  const halfDay = tokens[used + oclock];
  if (halfDay?.is === 'half-day') {
    if (said.hour < 1 || said.hour > 12) return null;
    return { used: used + oclock + 1, said: { clock: { ...said, pm: halfDay.pm } } };
  }
  return { used: used + oclock, said: { clock: { ...said, pm: null } } };
}

/** The minutes of `eleven thirty`. */
function minutesAt(tokens: readonly Token[], at: number): { value: number; used: number } | null {
  const minutes = numberAt(tokens, at);
  if (minutes === null || !Number.isInteger(minutes.value) || minutes.value < 10 || minutes.value > 59)
    return null;
  const behind = tokens[at + minutes.used];
  return behind?.is === 'unit' || behind?.is === 'month' ? null : minutes;
}

/** `10.11`. Two of them are a date and a time. */
export function dottedPair(tokens: readonly Token[], said: Spoken): Matched | null {
  const [first] = tokens;
  if (first?.is !== 'pair' || !first.dotted) return null;
  const { a, b, length } = first;
  if (said.dotted === undefined) return { used: 1, said: { dotted: { a, b, length } } };
  if (said.clock !== undefined || !isTimeOfDay({ hour: a, minute: b })) return null;
  return { used: 1, said: { clock: { hour: a, minute: b, length, pm: null } } };
}

/** `morning`, `this evening` */
export function parts([first, second]: readonly Token[]): Matched | null {
  if (first?.is === 'part') return { used: 1, said: { part: first.part } };
  if (first?.is === 'this' && second?.is === 'part') {
    return { used: 2, said: { part: second.part, day: { is: 'ahead', days: 0 } } };
  }
  return null;
}

/** A number beside a day is an hour: `tomorrow 5`, `akşam 8 buçukta`, and so is a number alone. */
export function bareNumber(tokens: readonly Token[]): Matched | null {
  const number = numberAt(tokens, 0);
  if (number === null || !Number.isInteger(number.value) || !isHour(number.value)) return null;
  const [first] = tokens;
  if (first?.is === 'digits' && first.length > 2) return null;
  if (first?.is === 'number' && first.article === true) return null;
  const length = first?.is === 'digits' ? first.length : 1;
  const minutes = minutesAt(tokens, number.used);
  const used = number.used + (minutes?.used ?? 0);
  return { used, said: { clock: { hour: number.value, minute: minutes?.value ?? null, length, pm: null } } };
}

function isHour(hour: number): boolean {
  return hour >= 0 && hour <= 24;
}

function isTimeOfDay({ hour, minute }: { readonly hour: number; readonly minute: number | null }): boolean {
  return isHour(hour) && (minute === null || minute < 60) && !(hour === 24 && (minute ?? 0) > 0);
}
