/** A colour of Discord (0xRRGGBB) for CSS; undefined if there is none. */
export const colour = (value: number | null | undefined): string | undefined =>
  value === undefined || value === null ? undefined : `#${value.toString(16).padStart(6, '0')}`;
