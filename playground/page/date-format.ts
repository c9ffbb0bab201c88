const kept = new Map<string, Intl.DateTimeFormat>();

/**
 * A format for dates. Each is made once: making one takes longer than drawing the message around it, and every message
 * is drawn again whenever anything on the page changes.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, options);
  kept.set(key, format);
  return format;
}
