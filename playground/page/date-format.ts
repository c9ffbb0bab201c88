const kept = new Map<string, Intl.DateTimeFormat>();

/**
 * A format for dates. Each is kept, because making one takes longer than drawing a message, and every change on the
 * page draws all messages again.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, options);
  kept.set(key, format);
  return format;
}
