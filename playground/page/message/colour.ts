/** A colour as Discord sends it (0xRRGGBB) for CSS; none where none was given. */
export const colour = (value: number | null | undefined): string | undefined =>
  value === undefined || value === null ? undefined : `#${value.toString(16).padStart(6, '0')}`;
