import type { Outline, TopicNode } from '../../src/roadmap/outline.ts';
import { METHODS, type Method } from '../../src/roadmap/roadmap.ts';
import { keepDraft } from '../../src/store/proofs/drafts.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import type { Db } from '../../src/store/schema.ts';
import { mayProve } from '../../src/study/proofs/proof.ts';

/**
 * A part of the greatest length, made of everything that makes text longer: Turkish, emoji, Markdown, links, mentions,
 * code that never ends.
 */
const LONG_PART = 'İıŞğÇöÜ 👩‍👩‍👧‍👦 **kalın** [x](https://evil.test) @everyone `kod` ```\n'
  .repeat(80)
  .slice(0, 4000);

/** An address of the greatest length. */
const LONG_URL = `https://example.org/${'a'.repeat(480)}`;

/**
 * Makes a member who has written everything that the roadmap allows: a draft, and thirty pieces of work by each method.
 * The first piece is as long as it may be, two have a file, and all have a link and a language of the greatest length.
 * @returns the topic of the longest work by each method
 */
export async function fillProofs(
  db: Db,
  outline: Outline,
  userId: string,
  at: number,
  methods: readonly Method[] = METHODS,
): Promise<readonly TopicNode[]> {
  const written: TopicNode[] = [];
  for (const method of methods) {
    const nodes = outline.nodes.filter((node) => mayProve(node, method)).slice(0, 30);
    for (const [index, node] of nodes.entries()) {
      await writeProof(
        db,
        { interactionId: `${method}-${index}-${at}`, userId, guildId: null, at: at + index },
        {
          topicId: node.id,
          method,
          parts: Array.from({ length: index === 0 ? 20 : 1 }, () => LONG_PART),
          url: LONG_URL,
          language: method === 'project' ? 'ş*_'.repeat(13) : null,
          ...(index < 2 && { file: fileFor(method, index) }),
        },
      );
    }
    const [first] = nodes;
    if (first === undefined) continue;
    written.push(first);
    const typed = { text: LONG_PART, link: 'x'.repeat(500), language: 'ş'.repeat(40), file: null };
    await keepDraft(db, userId, `${method}:${first.id}`, typed, at);
  }
  return written;
}

function fileFor(method: Method, index: number) {
  const name = `${'T'.repeat(60)}.${index === 0 ? 'md' : 'pdf'}`;
  const text = index === 0 ? 'Ş 👩‍👩‍👧‍👦 satır\n'.repeat(30_000) : `%PDF-1.7 ${method}`;
  const bytes = new TextEncoder().encode(text);
  return { name, kind: index === 0 ? ('text' as const) : ('pdf' as const), size: bytes.byteLength, bytes };
}
