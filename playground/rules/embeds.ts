import { addressFault } from './addresses.ts';
import type { Embed } from './body.ts';
import { limits } from './limits.ts';
import type { Fault, Path } from './refusal.ts';

/** Checks embeds: they are not empty, have at most 6,000 characters in all, and show media that Discord can fetch. */
export function* embedFaults(embeds: readonly Embed[], path: Path): Iterable<Fault> {
  if (embeds.reduce((sum, embed) => sum + embedLength(embed), 0) > limits.embed.total) {
    yield {
      path,
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${limits.embed.total}`,
      rule: `The embeds of a message have at most ${limits.embed.total} characters together`,
    };
  }
  for (const [index, embed] of embeds.entries()) yield* faultsOf(embed, [...path, index]);
}

/** The characters that count towards the 6,000: title, description, fields, footer and author. */
function embedLength(embed: Embed): number {
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...fields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function* faultsOf(embed: Embed, path: Path): Iterable<Fault> {
  const hasMedia = Boolean(embed.image?.url ?? embed.thumbnail?.url);
  if (embedLength(embed) === 0 && !hasMedia) {
    yield {
      path: [...path, 'description'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
      rule: 'An embed has a title, a description, fields, a footer, an author or a picture',
    };
  }
  const required: [Path, string | null | undefined][] = (embed.fields ?? []).flatMap(
    ({ name, value }, index) => [
      [['fields', index, 'name'], name],
      [['fields', index, 'value'], value],
    ],
  );
  if (embed.footer) required.push([['footer', 'text'], embed.footer.text]);
  if (embed.author) required.push([['author', 'name'], embed.author.name]);
  for (const [place, text] of required) {
    if ((text ?? '').trim() !== '') continue;
    yield {
      path: [...path, ...place],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
      rule: `The ${place.join(' ')} of an embed is not empty`,
    };
  }
  const links: [Path, string | null | undefined][] = [
    [['url'], embed.url],
    [['author', 'url'], embed.author?.url],
  ];
  for (const [place, url] of links) {
    const fault = url
      ? addressFault(url, [...path, ...place], ['http', 'https', 'discord'], 'A link of an embed')
      : null;
    if (fault !== null) yield fault;
  }
  const media: [Path, string | null | undefined][] = [
    [['image', 'url'], embed.image?.url],
    [['thumbnail', 'url'], embed.thumbnail?.url],
    [['footer', 'icon_url'], embed.footer?.icon_url],
    [['author', 'icon_url'], embed.author?.icon_url],
  ];
  for (const [place, url] of media) {
    const fault = url
      ? addressFault(url, [...path, ...place], ['http', 'https', 'attachment'], 'A picture of an embed')
      : null;
    if (fault !== null) yield fault;
  }
}
