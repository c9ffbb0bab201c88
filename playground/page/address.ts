/** Whether a browser may be sent there: the addresses that Discord opens. */
export function isOpenable(url: string): boolean {
  return /^(?:https?|discord):\/\//i.test(url);
}

/** The address of a link; one that must not be opened leads nowhere. */
export function openable(url: string | undefined): string {
  return url !== undefined && isOpenable(url) ? url : 'about:blank';
}
