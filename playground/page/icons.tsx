import type { VNode } from 'preact';

const PATHS = {
  hash: 'M9 3 7 21M17 3l-2 18M4 8.5h17M3 15.5h17',
  thread: 'M5 4v7a4 4 0 0 0 4 4h10m-4-4 4 4-4 4',
  voice: 'M4 9.5v5h3.5L13 19V5L7.5 9.5Zm12-.5a4 4 0 0 1 0 6m2.5-8.5a8 8 0 0 1 0 11',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9c0-3.5 2.5-6 6-6s6 2.5 6 6m1-9.3a3 3 0 1 0-1-5.6M18 14.3c2 .8 3.2 2.8 3.2 5.2',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'm6 6 12 12M18 6 6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 2.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  inspect: 'm8 7-5 5 5 5m8-10 5 5-5 5m-3-13-4 16',
  down: 'm6 9 6 6 6-6',
  out: 'M14 4h6v6m0-6-9 9M10 5H5v14h14v-5',
  file: 'M6 2.5h8l5 5V21.5H6Zm8 0v5h5',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3.5 2',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2.5m0 15V22M2 12h2.5m15 0H22M5 5l1.7 1.7m10.6 10.6L19 19M5 19l1.7-1.7M17.3 6.7 19 5',
  moon: 'M20.5 14.5A8.8 8.8 0 0 1 9.5 3.5a8.8 8.8 0 1 0 11 11Z',
  send: 'M4 12 20.5 4 16 20.5l-4-6.5Zm8 2 8.5-10',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  reply: 'M4 18v-5a4 4 0 0 1 4-4h11',
  at: 'M15.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Zm0 0c0 4 5.5 4 5.5-.5A9 9 0 1 0 16.5 20',
  robot: 'M6 9h12v9H6Zm6 0V5m-2.5 8h.01m4.99 0h.01M3 12.5v2m18-2v2',
} as const;

export type IconName = keyof typeof PATHS;

/** Icons drawn by hand for this page. Words beside them always give the meaning. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

const hue = (id: string): number => (Number(BigInt(id) % 997n) * 137) % 360;

/** The picture of a person: the first letters of their name, on their own colour. */
export function Avatar({
  id,
  name,
  bot = false,
}: {
  readonly id: string;
  readonly name: string;
  readonly bot?: boolean;
}): VNode {
  if (bot) {
    return (
      <svg class="avatar" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <rect width="40" height="40" class="avatar-bot" />
        <path d="M13 32c0-8 14-8 14-15s-9-7-9-1" class="avatar-road" />
        <circle cx="13" cy="32" r="2.6" class="avatar-dot" />
        <path d="m24.5 8.5 3 3 5-5.5" class="avatar-tick" />
      </svg>
    );
  }
  const letters = name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('');
  return (
    <svg class="avatar" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" fill={`hsl(${hue(id)} 45% 38%)`} />
      <text x="20" y="26" text-anchor="middle">
        {letters}
      </text>
    </svg>
  );
}
