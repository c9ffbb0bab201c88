/** An address that may be read, and what has to be known of it. */
export interface Address {
  readonly url: URL;
  /** Whether the operator wrote its host with a scheme: then it may lie in a private network. */
  readonly asItStands: boolean;
}

/** What a link stands for. */
export interface Link {
  /** Where the file may be, to be tried one after the other. */
  readonly addresses: readonly Address[];
  /** What links in the file are resolved against. */
  readonly base: (read: URL) => string;
}

const RAW = 'raw.githubusercontent.com';
/** Hosts that links may lead to, beside those of the operator. */
const PUBLIC_HOSTS: readonly string[] = [RAW];
/** How a repository may call the file that its page shows; in the order of how many do. */
const READMES = ['README.md', 'readme.md', 'Readme.md', 'README.markdown', 'README'];
const NAME = /^[\w.-]+$/;

/**
 * Finds out what a link stands for: a page of GitHub for a file in the repository as it is by now, anything else for
 * itself.
 * @param typed what somebody gave, with or without `https://`
 * @param hosts what the operator adds: names of hosts, or whole beginnings of addresses, which are taken as they stand
 * @returns null if it leads to a host that is not on the list
 */
export function linkOf(typed: string, hosts: readonly string[]): Link | null {
  const trimmed = typed.trim().replace(/^<(.*)>$/, '$1');
  const url = URL.parse(/^[a-z][a-z+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null) return null;
  const own = addressOf(url, hosts);
  if (own !== null) return { addresses: [own], base: baseOf };
  const isPage = ['github.com', 'www.github.com'].includes(url.hostname) && isPlain(url);
  const paths = isPage ? filesOfPage(url.pathname) : null;
  if (paths === null) return null;
  const addresses = paths.map((path) => ({ url: new URL(`https://${RAW}/${path}`), asItStands: false }));
  return { addresses, base: baseOf };
}

/**
 * Whether an address may be read: one of a listed host, over https at its usual port, without a name and password; or
 * one that begins as the operator wrote it.
 * @returns null if it may not
 */
export function addressOf(url: URL, hosts: readonly string[]): Address | null {
  if (url.username !== '' || url.password !== '') return null;
  const origins = hosts.filter((host) => host.includes('://')).map((host) => new URL(host).origin);
  if (origins.includes(url.origin)) return { url, asItStands: true };
  const isListed = [...PUBLIC_HOSTS, ...hosts].includes(url.hostname);
  return isListed && isPlain(url) && url.protocol === 'https:' ? { url, asItStands: false } : null;
}

function isPlain({ protocol, port, username, password }: URL): boolean {
  return (protocol === 'https:' || protocol === 'http:') && `${port}${username}${password}` === '';
}

/** The files that a page of GitHub shows, as paths of the raw ones; null if it shows none. */
function filesOfPage(pathname: string): readonly string[] | null {
  const [owner = '', name = '', kind, , ...rest] = pathname.split('/').filter((part) => part !== '');
  const repository = name.replace(/\.git$/, '');
  if (!NAME.test(owner) || !NAME.test(repository) || rest.includes('..')) return null;
  const head = [owner, repository, 'HEAD'].join('/');
  switch (kind) {
    case undefined:
      return READMES.map((readme) => `${head}/${readme}`);
    case 'tree':
      return READMES.map((readme) => [head, ...rest, readme].join('/'));
    case 'blob':
    case 'raw':
    case 'edit':
    case 'blame':
      return rest.length === 0 ? null : [[head, ...rest].join('/')];
    default:
      return null;
  }
}

/** Files beside a raw one are read as pages by people. */
function baseOf(read: URL): string {
  const [owner, repository, ref, ...path] = read.pathname.split('/').slice(1);
  if (read.hostname !== RAW || path.length === 0) return read.href;
  return `https://github.com/${owner}/${repository}/blob/${ref}/${path.join('/')}`;
}
