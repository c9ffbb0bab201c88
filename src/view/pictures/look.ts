import type { Theme } from '../../store/members/tables.ts';

/**
 * Colours and type of all pictures, in one place.
 *
 * Each colour that carries a fact has a contrast of at least 3 to 1 to the card, and of at least 3 to 1 to the grounds
 * of Discord's own themes where it could stand beside them; letters have at least 4.5 to 1. A bot is not told which
 * theme somebody uses, so a picture is opaque: dark unless they say otherwise.
 */
/**
 * The width of every picture, in units. A message stands beside an avatar, and a picture within a card: a phone that is
 * 360 pixels wide shows it at about 247 pixels, so a unit is 0.6 of a pixel.
 */
export const WIDTH = 400;
/**
 * The greatest height, in units. Discord fits a single picture into 550 by 350 pixels, so a higher one would be
 * narrower on a desktop than on a phone.
 */
export const MAX_HEIGHT = 560;
/** Pixels of a unit. */
export const SCALE = 2.5;

const dark = {
  card: '#101218',
  panel: '#191C25',
  border: '#2C313D',
  text: '#F3F4F7',
  soft: '#B3B9C6',
  mute: '#8F96A6',
  todo: '#7B8394',
  doing: '#6AA8FF',
  done: '#35C27D',
  proven: '#FFC94A',
  here: '#C4A7FF',
  onHere: '#1B1230',
  onDone: '#0B0D12',
  track: '#333947',
  link: '#414857',
  flame: '#FF8A4C',
  gain: '#A6F3C8',
  gainPill: '#17382A',
  gainBar: '#A6F3C8',
  tag: '#FFD98A',
  tagPill: '#3A2E12',
  heat0: '#222733',
  heat1: '#1D5B3F',
  heat2: '#2A8C5B',
  heat3: '#43C484',
  heat4: '#A6F3C8',
  band: '#4B33C9',
  onBand: '#FFFFFF',
  onBandSoft: '#DCD6FF',
  bandBar: '#8F7DF0',
  initial: '#FFFFFF',
  person0: '#6D56E8',
  person1: '#1F7A8C',
  person2: '#B4487A',
  person3: '#3F6FC4',
  person4: '#8A5A2B',
} as const;

export type Colour = keyof typeof dark;
export type Palette = Readonly<Record<Colour, string>>;

const light: Palette = {
  ...dark,
  card: '#FFFFFF',
  panel: '#F3F4F8',
  border: '#D9DDE6',
  text: '#14161C',
  soft: '#454B59',
  mute: '#646B7A',
  todo: '#7A8191',
  doing: '#1F63E0',
  done: '#15803D',
  proven: '#C27C00',
  here: '#6A3FD6',
  onHere: '#FFFFFF',
  onDone: '#FFFFFF',
  track: '#D7DBE4',
  link: '#C3C9D6',
  flame: '#C2410C',
  gain: '#0C5C2F',
  gainPill: '#D8F3E3',
  gainBar: '#0C5C2F',
  tag: '#7A4A00',
  tagPill: '#FCEBC8',
  heat0: '#E6E9EF',
  heat1: '#97D6B2',
  heat2: '#4FB27C',
  heat3: '#1F834A',
  heat4: '#0C4F2A',
};

export const PALETTES: Readonly<Record<Theme, Palette>> = { dark, light };

/** A font of the typeface Inter. Only these weights are loaded. The size is in units. */
export interface Font {
  readonly size: number;
  readonly weight: 400 | 600 | 800;
}

/** 17 is the smallest size: it makes 10.5 pixels on a phone. */
export const FONTS = {
  caption: { size: 17, weight: 400 },
  captionStrong: { size: 17, weight: 600 },
  body: { size: 18, weight: 400 },
  strong: { size: 18, weight: 600 },
  block: { size: 20, weight: 600 },
  count: { size: 18, weight: 800 },
  title: { size: 22, weight: 800 },
  name: { size: 24, weight: 800 },
  hero: { size: 62, weight: 800 },
} as const satisfies Record<string, Font>;
