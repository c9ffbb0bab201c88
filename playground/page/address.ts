/** Whether a browser may open this address. Discord opens the same kinds. */
export function isOpenable(url: string): boolean {
  return /^(?:https?|discord):\/\//i.test(url);
}

/** The address of a link. An address that must not be opened leads nowhere. */
export function openable(url: string | undefined): string {
  return url !== undefined && isOpenable(url) ? url : 'about:blank';
}
