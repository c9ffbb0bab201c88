import type { Words } from '../words/index.ts';

/** A setting that is on or off, with its state below: in words, because a mark alone says little to a screen reader. */
export function onOff({ settings }: Words, setting: string, isOn: boolean): string {
  return `${setting}\n${isOn ? `✓ ${settings.on}` : `✗ ${settings.off}`}`;
}
