/** An address that may be read. */
export interface Address {
  readonly url: URL;
  /** Whether the operator listed it with a scheme. Such an address may be in a private network. */
  readonly asItStands: boolean;
}

/** A link that somebody gave, as the addresses to read. */
export interface Link {
  /** The addresses where the file may be, in the order in which to try them. */
  readonly addresses: readonly Address[];
  /** The base for relative links in the file, given the address that it was read from. */
  readonly base: (read: URL) => string;
}

const RAW = 'raw.githubusercontent.com';
/** The hosts that are allowed beside those of the operator. */
const PUBLIC_HOSTS: readonly string[] = [RAW];
/** The names that a repository's README may have, the most common first. */
const READMES = ['README.md', 'readme.md', 'Readme.md', 'README.markdown', 'README'];
const NAME = /^[\w.-]+$/;

/**
 * Turns a link into the addresses to read. A page of GitHub becomes the file that it shows, in the default
 * branch's newest version. Any other link is its own address.
 * @param typed what somebody typed, with or without `https://`
 * @param hosts the operator's list: host names, or beginnings of addresses with a scheme
 * @returns null if the link leads to a host that is not allowed
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
 * Decides whether an address may be read. Either its host is listed, and it uses https at the usual port
 * without a name and password; or it begins with an address that the operator listed.
 * @returns null if it may not be read
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

/** The paths of the raw files that a page of GitHub shows, or null if it shows none. */
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

/**
 * The base for links in a file. For a raw file it is the file's page, because people who open a link want to
 * see a page.
 */
function baseOf(read: URL): string {
  const [owner, repository, ref, ...path] = read.pathname.split('/').slice(1);
  if (read.hostname !== RAW || path.length === 0) return read.href;
  return `https://github.com/${owner}/${repository}/blob/${ref}/${path.join('/')}`;
}
