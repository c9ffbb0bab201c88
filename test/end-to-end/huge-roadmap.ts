import { isFull } from '../size.ts';

/** The topics, of those under one, that have links and a note: a few of them fill a card as well as all do. */
const isRich = (child: number): boolean => isFull || child % 9 === 0 || child === 3;

/**
 * A roadmap at the limits for a group: 500 topics, titles of 100 characters of Turkish, emoji, Markdown and mentions,
 * deep nesting, long notes and addresses, and sections inside sections.
 */
export function hugeRoadmap(): string {
  const lines = [`# ${title('Yol', 0)}`, '', '## Career Direction <!-- kind: career -->', ''];
  const tracks = ['bir', 'iki', 'üç', 'dört'];
  for (const [index] of tracks.entries()) {
    lines.push(`- [ ] ${title('Aşama', index)} <!-- id: stage-${index} stage: track ${key(index)} -->`);
    lines.push(`- [ ] ${title('Tez', index)} <!-- id: tez-${index} stage: tez ${key(index)} -->`);
  }
  lines.push('', '## Tool Set <!-- kind: toolset -->', '');
  for (let tool = 0; tool < 30; tool += 1)
    lines.push(`- [ ] ${title('Araç', tool)} <!-- id: tool-${tool} -->`);
  for (const [index] of tracks.entries()) {
    lines.push(
      '',
      `## ${title('Bölüm', index)} <!-- id: ${key(index)} kind: track methods: cheatcode feynman -->`,
      '',
    );
    for (let note = 0; note < 20; note += 1) lines.push(`- ${title('Not', note).repeat(3)}`);
    lines.push('');
    for (let parent = 0; parent < 4; parent += 1) {
      lines.push('', `### ${title('Altbölüm', parent)}`, '', `- [ ] ${title('Ana', parent)}`);
      for (let child = 0; child < 27; child += 1) {
        const needs = child > 0 ? ` needs: t-${index}-${parent}-${child - 1}` : '';
        lines.push(
          `  - [ ] ${title('Konu', child)} <!-- id: t-${index}-${parent}-${child}${needs} minutes: 600 -->`,
        );
        if (!isRich(child)) continue;
        for (let link = 0; link < 4; link += 1)
          lines.push(`    - [${title('Kaynak', link)}](https://example.org/${'yol/'.repeat(20)}${link})`);
        lines.push(`    - ${title('Uzun not', child).repeat(2)}`);
      }
    }
  }
  lines.push('', `## ${title('Vitrin', 0)} <!-- id: showcase kind: showcase methods: project -->`, '');
  for (let app = 0; app < 30; app += 1)
    lines.push(`- [ ] ${title('Uygulama', app)} <!-- id: app-${app} minutes: 600 -->`);
  return lines.join('\n');
}

/** Takes the remarks on the huge roadmap out of a world's log. Its titles link to a file whose place is unknown. */
export function takeRemarks(logged: string[]): void {
  const others = logged.splice(0).filter((line) => !line.includes('"code":"relative-link"'));
  logged.push(...others);
}

const key = (index: number): string => `track-${index}`;

/** A title of 100 UTF-16 units, in which Discord's limits count. Each number gives another title. */
function title(word: string, number: number): string {
  const body = `${word} ${number} İıŞğÇöÜ 👩‍👩‍👧‍👦🇹🇷 *_~|\` @everyone [x](y) `;
  return body
    .repeat(3)
    .slice(0, 96)
    .replaceAll(/[\uD800-\uDBFF]$/g, '')
    .trim();
}
