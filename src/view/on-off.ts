import type { Words } from '../words/index.ts';

/** A setting that is on or off, with its state behind it: in words alone, because a cross would read as a fault. */
export function onOff({ settings }: Words, setting: string, isOn: boolean): string {
  return `${setting} · ${isOn ? settings.on : settings.off}`;
}
