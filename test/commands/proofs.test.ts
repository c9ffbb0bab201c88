import { describe, expect, test } from 'vitest';
import type { How } from '../../playground/people/how.ts';
import type { Person } from '../../playground/people/person.ts';
import type { PersonsFile } from '../../playground/state/files.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { leave } from '../../src/store/members/memberships.ts';
import { importDone } from '../../src/store/progress/progress.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { createRoadmap } from '../../src/store/roadmaps/owners.ts';
import { addGroup, postIn, studyGroup, textOf } from './study-group.ts';

const CANARY = 'canary-4711';

/** A group, with its first two members ready to act. */
async function group(...names: string[]) {
  const study = await studyGroup(['Ana', 'Ben', ...names]);
  const [ana, ben] = study.members;
  if (ana === undefined || ben === undefined) throw new Error('both are there');
  return { ...study, ana, ben };
}

const TEXT = {
  cheatcode: 'What do you want at hand next time?',
  feynman: 'Explain it to a beginner',
  tez: 'Your thesis',
} as const;

const write = async (
  person: Person,
  method: keyof typeof TEXT,
  topic: string,
  text: string,
  more: Record<string, string | readonly PersonsFile[]> = {},
  how: How = {},
) => person.fill(await person.slash(`${method} write`, { topic }), { [TEXT[method]]: text, ...more }, how);

/** The values that a form is opened with, by the ids of its fields. */
function prefilled(form: { modal: unknown }): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('custom_id' in part && 'value' in part) found[String(part.custom_id)] = String(part.value);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(form.modal);
  return found;
}

describe('a cheat code', () => {
  test('is written and proves its step, and the topic can then be ticked off', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const card = await ana.slash('topic', { topic: 'ACID' });
    expect(card.text).toContain('To prove it, all 3: cheat code · explanation · project');
    const form = await ana.choose(card, 'v1:menu', ['Write a cheat code']);
    const kept = await ana.fill(form, { [TEXT.cheatcode]: '**BEGIN** … COMMIT\n- all\n- or nothing' });
    expect(kept.text).toContain('Saved.');
    expect(kept.text).toContain('**BEGIN** … COMMIT\n- all\n- or nothing');
    await ana.press(kept, 'Mark it done');
    expect(kept.text).toContain('## ● **ACID** done.');
    await ana.press(kept, 'See topic');
    expect(kept.text).toContain('2 steps left to prove it: ✓ cheat code · explanation · project');
    expect((await ana.slash('cheatcode show', { topic: 'ACID' })).buttons).not.toContain('Mark it done');
  });

  test('is changed in the same form; there is one for each topic', async () => {
    const { world, ana } = await group();
    await using _ = world;
    await write(ana, 'cheatcode', 'ACID', 'first of all', { Link: 'example.org/acid' });
    const edit = await ana.slash('cheatcode edit', { topic: 'ACID' });
    expect(prefilled(edit)).toEqual({ text: 'first of all', link: 'https://example.org/acid' });
    const changed = await ana.fill(edit, { [TEXT.cheatcode]: 'second of all' });
    expect(changed.text).toContain('Saved.');
    expect(changed.text).toContain('second of all');
    expect(changed.text).toContain('Link: <https://example.org/acid>');
    // Writing again continues the same work.
    expect(prefilled(await ana.slash('cheatcode write', { topic: 'ACID' }))['text']).toBe('second of all');
    expect(await world.app.db.selectFrom('proof').select('id').execute()).toHaveLength(1);
  });

  test('has to say something, and the bot asks for that kindly', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const form = await ana.slash('cheatcode write', { topic: 'ACID' });
    const empty = await ana.fill(form, { [TEXT.cheatcode]: '.' });
    expect(empty.text).toContain('Add a text, a link or a file');
    const thin = await ana.fill(await ana.press(empty, 'Try again'), { [TEXT.cheatcode]: 'ok' });
    expect(thin.text).toContain('Good start! Add a sentence or two');
    expect((await ana.slash('topic', { topic: 'ACID' })).text).toContain('To prove it, all 3: cheat code');
    const again = await ana.press(thin, 'Try again');
    expect(prefilled(again)['text']).toBe('ok');
    const kept = await ana.fill(again, { [TEXT.cheatcode]: 'All of it, or nothing of it.' });
    expect(kept.text).toContain('Saved.');
  });

  test('is deleted only after a confirmation', async () => {
    const { world, ana } = await group();
    await using _ = world;
    await write(ana, 'cheatcode', 'ACID', 'gone too soon');
    const asked = await ana.slash('cheatcode remove', { topic: 'ACID' });
    expect(asked.text).toContain('Delete your cheat code for **ACID**?');
    await ana.press(asked, 'Cancel');
    expect(asked.text).toContain('gone too soon');
    await ana.press(await ana.choose(asked, 'More…', ['Delete']), 'Yes, delete');
    expect(asked.text).toContain('Deleted your cheat code');
    const none = await ana.slash('cheatcode show', { topic: 'ACID' });
    expect(none.text).toContain('You haven’t added a cheat code yet.');
    expect((await ana.press(none, 'Write a cheat code')).modal).not.toBeNull();
  });

  test('is written once if the form is delivered twice', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const kept = await write(ana, 'cheatcode', 'ACID', 'once and only once');
    await world.discord.replay(kept);
    expect(kept.followUps).toEqual([]);
    expect(await world.app.db.selectFrom('proof').select('id').execute()).toHaveLength(1);
    world.discord.takeRefusals();
  });

  test('can be written for a topic that does not ask for it, and does not count for it', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const kept = await write(ana, 'cheatcode', 'Scripting: JavaScript', '=== and not ==');
    expect(kept.text).toContain('Saved.');
    expect(kept.text).not.toContain('ounts');
    const { text } = await ana.slash('topic', { topic: 'Scripting: JavaScript' });
    expect(text).toContain('To prove it: project\nWritten: cheat code');
  });

  test('in Turkish, in direct messages', async () => {
    const { world } = await group();
    await using _ = world;
    const deniz = world.discord.addPerson({ name: 'Deniz', locale: 'tr' }).install().dm;
    const form = await deniz.slash('cheatcode write', { topic: 'acid' });
    const kept = await deniz.fill(form, { 'Bir dahaki sefere ne gerekecek?': 'Ya hep ya hiç' });
    expect(kept.text).toContain('Kaydedildi.');
    expect(kept.buttons).not.toContain('Grupla paylaş');
    expect((await deniz.slash('cheatcode list')).text).toContain('**ACID** · <t:');
  });
});

test('when every step is proven, ticking the topic off makes it proven, in both percentages', async () => {
  const { world, ana } = await group();
  await using _ = world;
  await write(ana, 'cheatcode', 'tmux', 'C-b d leaves the session');
  const project = await ana.slash('project write', { topic: 'tmux' });
  await ana.fill(project, {
    Repository: 'https://github.com/ana/tmux',
    Language: ['Python'],
    'What did you learn?': 'How panes are split.',
  });
  const explained = await write(ana, 'feynman', 'tmux', 'Windows that stay.');
  expect(explained.text).toContain('Share it to make it count');
  expect(explained.text).not.toContain('Mark it done?');
  await world.app.db.updateTable('proof').set({ proven_at: 1 }).where('method', '=', 'feynman').execute();

  const offered = await ana.slash('cheatcode show', { topic: 'tmux' });
  expect(offered.text).toContain('**tmux** has all it asks for. Mark it done?');
  await ana.press(offered, 'Mark it done');
  expect(offered.text).toContain('◆ **tmux** done.');
  await ana.press(offered, 'See topic');
  expect(offered.text).toContain('## ◆ tmux');
  expect(offered.text).toContain('◆ Proven: cheat code, explanation and project');

  expect((await ana.slash('progress')).text).toContain('**Devops** 1 of 41 · ◆ 1 proven');
  expect((await ana.slash('career')).text).toContain('1 of 41 done · ◆ 1 proven');
  const map = await ana.slash('roadmap view');
  expect(map.text).toContain('1 of 87 done · ◆ 1 proven');
  await ana.choose(map, 'Pick a section', ['Devops']);
  await ana.press(map, 'Next');
  expect(map.text).toContain('◆ tmux');
});

describe('a project', () => {
  test('needs a repository, a language of the tool set or another one, and what was learned', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const form = await ana.slash('project write', { topic: 'ACID' });
    const kept = await ana.fill(form, {
      Repository: 'github.com/ana/acid',
      Language: ['Golang'],
      'What did you learn?': 'Locks are **hard**.',
    });
    expect(kept.text).toContain('Repository: <https://github.com/ana/acid>');
    expect(kept.text).toContain('Language: Golang');
    expect(kept.text).toContain('Locks are **hard**.');

    const other = await ana.fill(await ana.press(kept, 'Edit…'), {
      Language: ['Another one'],
      'Another language?': 'OCaml *5*',
    });
    expect(other.text).toContain('Language: OCaml \\*5\\*');
    const again = await ana.press(other, 'Edit…');
    expect(prefilled(again)['other']).toBe('OCaml *5*');
  });

  test('comes back with all that was typed if a part is missing', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const form = await ana.slash('project write', { topic: 'ACID' });
    const refused = await ana.fill(
      form,
      { Repository: 'javascript:alert(1)', Language: [], 'What did you learn?': ' ' },
      { force: true },
    );
    expect(refused.text).toContain('I can’t open “javascript\\:alert\\(1\\)”');
    expect(refused.text).toContain('Pick a language');
    expect(refused.text).toContain('what you learned');
    const again = await ana.press(refused, 'Try again');
    expect(prefilled(again)['link']).toBe('javascript:alert(1)');
    const kept = await ana.fill(again, {
      Repository: 'https://github.com/ana/acid',
      Language: ['C'],
      'What did you learn?': 'Much about locks.',
    });
    expect(kept.text).toContain('Saved.');
    expect(prefilled(await ana.press(kept, 'Edit…'))['link']).toBe('https://github.com/ana/acid');
  });
});

describe('a long text', () => {
  test('has parts that can be changed separately, and an emptied part is removed', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const kept = await write(ana, 'tez', 'Operating Systems', 'One of many. '.repeat(300));
    const second = await ana.fill(await ana.choose(kept, 'More…', ['Add a part…']), { Text: 'Two.' });
    await ana.fill(await ana.choose(second, 'More…', ['Add a part…']), { Text: 'Three.' });
    const pages = await ana.slash('tez show', { topic: 'Operating Systems' });
    expect(pages.text).toContain('Page 1 of 4');
    expect(pages.buttons).not.toContain('Edit part 1');
    await ana.press(pages, 'Next');
    await ana.press(pages, 'Next');
    expect(pages.text).toContain('Two.');
    const edit = await ana.press(pages, 'Edit part 2…');
    expect(prefilled(edit)['text']).toBe('Two.');
    await ana.fill(edit, { Text: '2!' });
    expect((await ana.press(pages, { customId: pageId(pages.message, 2) })).text).toContain('2!');

    const last = await ana.press(pages, 'Next');
    expect(last.text).toContain('Three.');
    const gone = await ana.fill(await ana.press(last, 'Edit part 3…'), { Text: '' });
    expect(gone.text).toContain('Page 1 of 3');
    // A button on an older message names a part that no longer exists. The next part can still be added.
    const stale = await ana.press(pages, { customId: pageId(pages.message, 9, 'part') });
    expect(stale.text).toContain('out of date');
  });

  test('can have twenty parts, and a part beyond that comes back', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const kept = await write(ana, 'tez', 'Operating Systems', 'Part of the whole');
    for (let part = 1; part < 20; part += 1) {
      await ana.fill(await ana.press(kept, { customId: pageId(kept.message, part, 'part') }), {
        Text: `Part ${part}`,
      });
    }
    expect((await ana.slash('tez show', { topic: 'Operating Systems' })).buttons).not.toContain(
      'Add a part…',
    );
    const form = await ana.press(kept, { customId: pageId(kept.message, 20, 'part') });
    const refused = await ana.fill(form, { Text: 'One too many' });
    expect(refused.text).toContain('It already has 20 parts');
    expect(prefilled(await ana.press(refused, 'Try again'))['text']).toBe('One too many');
  });

  test('is refused and comes back if it is longer than a field takes', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const form = await ana.slash('feynman write', { topic: 'ACID' });
    const refused = await ana.fill(
      form,
      { [TEXT.feynman]: 'words '.repeat(700).slice(0, 4001) },
      { force: true },
    );
    expect(refused.text).toContain('4,000 characters');
    expect(prefilled(await ana.press(refused, 'Try again'))['text']).toBe(
      'words '.repeat(700).slice(0, 4000).trim(),
    );
  });
});

/** The id of another button of the method for the same topic: for another page or part. */
function pageId(message: unknown, number: number, verb = 'show'): string {
  const [, method = '', topic = ''] =
    /v1:(tez|cheatcode|feynman):(?:write|show):([\w-]+)/.exec(textOf(message)) ?? [];
  return `v1:${method}:${verb}:${topic}:${number}`;
}

const upload = (...files: PersonsFile[]) => ({ File: files });

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield new Uint8Array(65_536).fill(65);
}

describe('a file', () => {
  test('of text is stored, can be read and shared, and can be removed', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const text = 'Başlangıç\r\n'.repeat(300);
    const kept = await write(
      ana,
      'tez',
      'Operating Systems',
      'See the file.',
      upload({ name: 'Tez (son).md', content: `\uFEFF${text}` }),
    );
    expect(kept.text).toContain('Page 1 of 3');
    expect(kept.files.map(({ filename }) => filename)).toEqual(['Tez_son.md']);
    await ana.press(kept, 'Next');
    expect(kept.text).toContain('Başlangıç\nBaşlangıç');
    const found = async () => (await ana.slash('search', { words: 'başlan' })).text.includes('· 1 found');
    expect(await found()).toBe(true);
    const shown = await ana.slash('tez show', { topic: 'Operating Systems' });
    expect(shown.files).toHaveLength(1);
    await ana.choose(shown, 'More…', ['Remove file']);
    expect(shown.text).toContain('File removed');
    expect(shown.files).toEqual([]);
    expect((await ana.slash('tez show', { topic: 'Operating Systems' })).text).toContain('See the file.');
    expect(await found()).toBe(false);
  });

  test('can be removed from any page, and the first page is shown then', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const file = upload({ name: 'acid.pdf', content: '%PDF-1.7' });
    await write(ana, 'feynman', 'ACID', 'One.', file);
    for (const [at, part] of ['Two.', 'Three.'].entries()) {
      const shown = await ana.slash('feynman show', { topic: 'ACID' });
      const added = await ana.fill(await ana.choose(shown, 'More…', ['Add a part…']), { Text: part });
      expect(added.text).toContain(`Page 1 of ${at + 2}`);
    }
    const shown = await ana.slash('feynman show', { topic: 'ACID' });
    await ana.press(shown, 'Next');
    expect(shown.text).toContain('Page 2 of 3');
    const changed = await ana.fill(await ana.press(shown, 'Edit part 2…'), { Text: 'Second.' });
    expect(changed.text).toContain('Page 1 of 3');
    await ana.press(changed, 'Next');
    expect(changed.text).toContain('Second.');
    await ana.choose(changed, 'More…', ['Remove file']);
    expect(changed.text).toContain('File removed');
    expect(changed.text).toContain('Page 1 of 3');
  });

  test('is enough by itself, and stays when the text is changed', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const kept = await write(
      ana,
      'feynman',
      'ACID',
      '',
      upload({ name: 'acid.PDF', content: '%PDF-1.7\n…' }),
    );
    expect(kept.text).toContain('Saved.');
    expect(kept.files[0]).toMatchObject({ filename: 'acid.pdf' });
    const only = await ana.choose(kept, 'More…', ['Remove file']);
    expect(only.text).toContain('Add a text, a link or a file.');
    const form = await ana.press(only, 'Try again');
    expect(JSON.stringify(form.modal)).toContain('acid.pdf stays, unless you pick another');
    const changed = await ana.fill(form, { [TEXT.feynman]: 'Now with words.' });
    expect(changed.files).toHaveLength(1);
  });

  test('of another kind is not offered: the form names the allowed kinds', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const docx = upload({ name: 'tez.docx', content: 'PK' });
    await expect(write(ana, 'tez', 'Operating Systems', 'My words', docx)).rejects.toThrow(
      'takes files of .md, .markdown, .txt, .pdf, not tez.docx',
    );
  });

  test.each<[string, PersonsFile, string]>([
    ['of another kind', { name: 'tez.docx', content: 'PK' }, 'Use a .md, .txt or .pdf file'],
    ['with a picture in it', { name: 'tez.pdf', content: new Uint8Array([0x89, 0x50]) }, 'isn’t a PDF'],
    [
      'of another encoding',
      { name: 'tez.txt', content: new Uint8Array([0xff, 0xfe, 65, 0]) },
      'Save it as UTF-8',
    ],
    ['with nothing in it', { name: 'tez.txt', content: ' \n' }, 'That file is empty'],
    ['too large', { name: 'tez.md', content: 'x', size: 1024 * 1024 + 1 }, 'can have 1 MB'],
    ['a PDF too large', { name: 'tez.pdf', content: '%PDF-', size: 5 * 1024 * 1024 + 1 }, 'can have 5 MB'],
    [
      'that is larger than it says',
      { name: 'tez.md', content: 'x'.repeat(1024 * 1024 + 1), size: 9 },
      'can have 1 MB',
    ],
    ['without an end', { name: 'tez.md', content: endless, size: 9 }, 'can have 1 MB'],
    [
      'that leads elsewhere',
      { name: 'tez.md', content: 'x', redirect: 'http://169.254.169.254/' },
      'didn’t arrive',
    ],
    [
      'at another address',
      { name: 'tez.md', content: 'x', url: 'http://127.0.0.1:1/tez.md' },
      'didn’t arrive',
    ],
  ])('%s is refused, and no typed text is lost', async (_name, file, said) => {
    const { world, ana } = await group();
    await using _ = world;
    const fields = { Link: 'https://example.org/tez', ...upload(file) };
    // Not every client respects the kinds that the form names.
    const refused = await write(ana, 'tez', 'Operating Systems', 'My own words on it', fields, {
      force: true,
    });
    expect(refused.text).toContain('Not saved yet');
    expect(refused.text).toContain(said);
    expect((await ana.slash('tez show', { topic: 'Operating Systems' })).text).toContain(
      'You haven’t added a thesis yet.',
    );
    const again = await ana.press(refused, 'Try again');
    expect(prefilled(again)).toEqual({ text: 'My own words on it', link: 'https://example.org/tez' });
    expect((await ana.fill(again, {})).text).toContain('My own words on it');
  });

  test('that was chosen in a form with another fault is not lost either', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const refused = await write(ana, 'tez', 'Operating Systems', '', {
      Link: 'ftp://example.org',
      ...upload({ name: 'tez.md', content: 'All of it, in words.' }),
    });
    expect(refused.text).toContain('I can’t open');
    const again = await ana.press(refused, 'Try again');
    expect(JSON.stringify(again.modal)).toContain('tez.md stays');
    const kept = await ana.fill(again, { Link: '' });
    expect(kept.text).toContain('All of it, in words.');
    expect(kept.files).toHaveLength(1);
  });
});

test('an empty form is refused, also one with only spaces or invisible letters', async () => {
  const { world, ana } = await group();
  await using _ = world;
  for (const text of ['', ' \n ', '\u200B\u2067\u2069']) {
    const refused = await write(ana, 'cheatcode', 'ACID', text);
    expect(refused.text).toContain('Add a text, a link or a file.');
  }
  expect(await world.app.db.selectFrom('proof').select('id').execute()).toEqual([]);
});

test.each([
  ['cheatcode write', 'Caching', 'has topics under it', 'CDN · Caching'],
  ['tez write', 'ACID', '**ACID** needs no thesis', 'Backend thesis · Career Direction'],
  ['tez write', 'Main Roadmap', 'I don’t know the topic', null],
] as const)('/%s for %s says what the method is for', async (line, topic, said, choice) => {
  const { world, ana } = await group();
  await using _ = world;
  const refused = await ana.slash(line, { topic });
  expect(refused.text).toContain(said);
  if (choice === null) return;
  // oxlint-disable-next-line vitest/no-conditional-expect -- the last case has nothing to choose from
  expect((await ana.choose(refused, 'Pick a topic', [choice])).modal).not.toBeNull();
});

test('a cheat code for a stage is refused, because a stage follows from its topics', async () => {
  const { world, ana } = await group();
  await using _ = world;
  const refused = await ana.slash('cheatcode write', { topic: 'Startup' });
  expect(refused.text).toContain('is a stage, not a topic');
});

test('while a member types, a thesis is offered for topics that ask for one, and a change for existing work', async () => {
  const { world, ana } = await group();
  await using _ = world;
  const names = async (line: string, typed: string) =>
    (await ana.type(line, { topic: typed })).map(({ name }) => name);
  expect(await names('tez write', 'acid')).toEqual([]);
  expect(await names('tez write', 'tez')).toContain('Backend thesis · Career Direction');
  expect(await names('cheatcode edit', '')).toEqual([]);
  await write(ana, 'cheatcode', 'tmux', 'C-b d leaves the session');
  expect(await names('cheatcode edit', '')).toHaveLength(1);
  expect((await names('cheatcode show', ''))[0]).toContain('tmux');
  expect(await names('cheatcode show', '')).toHaveLength(25);
});

test('the list has all work, and suggestions for the next', async () => {
  const { world, ana } = await group();
  await using _ = world;
  expect((await ana.slash('feynman list')).text).toContain('Nothing here yet. Where you get stuck');
  await ana.slash('start', { topic: 'Transactions' });
  await write(ana, 'feynman', 'ACID', 'All or nothing.');
  const list = await ana.slash('feynman list');
  expect(list.text).toContain('**ACID** · <t:');
  expect(list.text).toMatch(/:R>\n-# It counts once it makes sense to others\.\n-# All or nothing\.\n/);
  expect(list.text).toContain('You can explain 87 topics');
  const form = await ana.choose(list, 'Explain another topic…', ['Transactions · More on Databases']);
  expect(form.modal?.title).toBe('Explanation · Transactions');
  await ana.choose(list, 'Read one of these', ['ACID · More on Databases']);
  expect(list.text).toContain('All or nothing.');
});

describe('sharing', () => {
  test('posts the work for the group; a change updates the post, and deleting the work withdraws it', async () => {
    const { world, ana, ben, study } = await group();
    await using _ = world;
    const kept = await write(ana, 'cheatcode', 'ACID', '# Verbs\nBEGIN; COMMIT;');
    const shared = await ana.press(kept, 'Share with group');
    expect(shared.text).toContain('Shared');
    const post = study.lastMessage();
    expect(textOf(post), 'no heading is larger than the title').toContain('**Verbs**\\nBEGIN; COMMIT;');
    expect(textOf(post)).toContain(ana.name);
    expect(post?.mentions).toEqual([]);
    expect(study.threads).toEqual([]);

    await write(ana, 'cheatcode', 'ACID', 'ROLLBACK;');
    await world.discord.quiet();
    expect(textOf(study.lastMessage())).toContain('ROLLBACK;');
    expect(study.messages).toHaveLength(1);
    const seen = await ben.slash('cheatcode show', { topic: 'ACID', member: ana });
    expect(seen.text).toContain('ROLLBACK;');
    expect(seen.buttons).not.toContain('Edit…');

    const asked = await ana.slash('cheatcode remove', { topic: 'ACID' });
    expect(asked.text).toContain('questions and comments go with it');
    await ana.press(asked, 'Yes, delete');
    await world.discord.quiet();
    expect(textOf(study.lastMessage())).not.toContain('ROLLBACK');
    expect((await ben.slash('cheatcode show', { topic: 'ACID', member: ana })).text).toContain(
      'has shared no',
    );
  });

  test('of an explanation lets the others judge it', async () => {
    const { world, ana, ben, study } = await group('Can', 'Dev');
    await using _ = world;
    await ana.press(await write(ana, 'feynman', 'ACID', 'All or nothing.'), 'Share with group');
    const post = study.lastMessage();
    if (post === undefined) throw new Error('it was posted');
    await ben.press(post, 'Makes sense');
    expect(textOf(study.lastMessage())).toContain(`Makes sense to ${ben.name}`);
  });

  test('a project shows its language, and its repository as a button', async () => {
    const { world, ana, ben, study } = await group();
    await using _ = world;
    const kept = await ana.fill(await ana.slash('project write', { topic: 'ACID' }), {
      Repository: 'github.com/ana/acid',
      Language: ['Python'],
      'What did you learn?': 'Much of it. '.repeat(330),
    });
    await ana.press(kept, 'Share with group');
    const post = study.lastMessage();
    if (post === undefined) throw new Error('it was posted');
    expect(textOf(post)).toContain('Language: Python');
    expect(textOf(post)).toContain('"url":"https://github.com/ana/acid"');
    const read = await ben.press(post, 'Read all');
    expect(read.ephemeral).toBe(true);
    await ben.press(read, 'Next part');
    expect(read.text).toContain('Much of it.');
  });

  test('is only possible after joining', async () => {
    const { world, guild } = await group();
    await using _ = world;
    const eve = guild.addMember({ name: 'Eve', locale: 'en-US' });
    const refused = await eve.press(
      await write(eve, 'cheatcode', 'ACID', 'all or nothing'),
      'Share with group',
    );
    expect(refused.text).toContain('Join this group first');
    expect(refused.buttons).toEqual(['Join']);
  });
});

describe('work that is not shared', () => {
  test('is seen by nobody else, wherever they look', async () => {
    const { world, guild, study, ana, ben } = await group();
    await using _ = world;
    const elsewhere = await addGroup(world, [ana, 'Eve']);
    const eve = elsewhere.members[1];
    if (eve === undefined) throw new Error('she is there');
    const kept = await write(ana, 'cheatcode', 'ACID', CANARY, {
      Link: `https://example.org/${CANARY}`,
      File: [{ name: `${CANARY}.md`, content: CANARY }],
    });
    await ana.fill(await ana.choose(kept, 'More…', ['Add a part…']), { Text: CANARY });
    await ana.slash('done', { topic: 'ACID' });

    const { id: proofId } = await world.app.db.selectFrom('proof').select('id').executeTakeFirstOrThrow();
    const looks = async (person: Person) => [
      await person.slash('cheatcode show', { topic: 'ACID', member: ana }),
      await person.slash('feynman show', { topic: 'ACID', member: ana }),
      await person.slash('cheatcode list'),
      await person.slash('topic', { topic: 'ACID' }),
      await person.slash('progress', { member: ana }),
      await person.slash('search', { words: CANARY }),
      await person.press(await person.slash('cheatcode list'), { customId: `v1:work:${proofId}:0` }),
    ];
    for (const answer of [...(await looks(ben)), ...(await looks(eve))]) {
      expect(answer.text.replace(`“${CANARY.replace('-', '\\-')}”`, '')).not.toContain(CANARY);
      expect(JSON.stringify(answer.files)).not.toContain(CANARY);
    }
    const [shownNothing] = await looks(ben);
    const hasNothing = await ben.slash('cheatcode show', { topic: 'tmux', member: ana });
    expect(shownNothing?.text.replace('ACID', '')).toBe(hasNothing.text.replace('tmux', ''));

    // Shared with one group, it is seen there and not in the other one. After she has left the group, it is no longer
    // seen there.
    await ana.press(await ana.slash('cheatcode show', { topic: 'ACID' }), 'Share with group');
    const there = study.channel.guildId === guild.id ? ben : eve;
    expect((await there.slash('cheatcode show', { topic: 'ACID', member: ana })).text).toContain(CANARY);
    for (const answer of await looks(eve)) {
      expect(answer.text.replace(`“${CANARY.replace('-', '\\-')}”`, '')).not.toContain(CANARY);
    }
    await leave(world.app.db, guild.id, ana.id);
    for (const answer of await looks(ben)) {
      expect(answer.text.replace(`“${CANARY.replace('-', '\\-')}”`, '')).not.toContain(CANARY);
    }
  });

  test('is not reached by pressing another person’s buttons: the presser gets their own work', async () => {
    const { world, ana, ben } = await group();
    await using _ = world;
    const kept = await write(ana, 'cheatcode', 'ACID', CANARY);
    const own = await ben.slash('topic', { topic: 'ACID' });
    for (const verb of ['show', 'write', 'remove', 'removed', 'share', 'drop-file', 'part']) {
      const answer = await ben.press(own, { customId: pageId(kept.message, 0, verb) });
      expect(answer.failed).toBeNull();
      expect(answer.text + JSON.stringify(answer.modal)).not.toContain(CANARY);
    }
    expect((await ana.slash('cheatcode show', { topic: 'ACID' })).text).toContain(CANARY);
  });
});

test('all of it is in the member’s export, and is deleted with their data', async () => {
  const { world, ana, ben, guild } = await group();
  await using _ = world;
  const kept = await write(ana, 'cheatcode', 'ACID', 'BEGIN', {
    File: [{ name: 'acid.pdf', content: '%PDF-1.7 mine' }],
  });
  await ana.press(kept, 'Share with group');
  await write(ana, 'feynman', 'ACID', '', { Link: 'ftp://example.org' });
  await ana.fill(await ana.slash('done', { topic: 'Startup' }), { note: 'Our first customer' });
  await write(ben, 'cheatcode', 'ACID', CANARY);

  const answer = await ana.press(await ana.slash('settings'), { customId: 'v1:settings-export' });
  const [json, ...others] = answer.files;
  const data: unknown = await (await fetch(json?.url ?? '')).json();
  expect(data).toMatchObject({
    proofs: [{ key: 'acid', method: 'cheatcode', text: ['BEGIN'], shared: [{ guildId: guild.id }] }],
    stages: [{ title: 'Startup', note: 'Our first customer' }],
    drafts: [{ fields: { link: 'ftp://example.org' } }],
  });
  expect(JSON.stringify(data)).not.toContain(CANARY);
  const pdf = others.find(({ filename }) => filename.endsWith('acid.pdf'));
  expect(JSON.stringify(data)).toContain(`"${pdf?.filename}"`);
  expect(await (await fetch(pdf?.url ?? '')).text()).toBe('%PDF-1.7 mine');

  const form = await ana.press(await ana.slash('settings'), { customId: 'v1:settings-delete' });
  await ana.fill(form, { word: 'DELETE' });
  for (const table of ['proof_file', 'stage_note', 'draft'] as const)
    expect(await world.app.db.selectFrom(table).selectAll().execute()).toEqual([]);
  expect(await world.app.db.selectFrom('proof').select('user_id').execute()).toEqual([{ user_id: ben.id }]);
});

test('an export has room for ten files: the data, the roadmaps, then the latest uploads', async () => {
  const { world, ana } = await group();
  await using _ = world;
  const { db } = world.app;
  const roadmap = await world.app.library.roadmap(db, 'backend');
  const topics = (roadmap?.nodes ?? []).filter(({ children }) => children.length === 0).slice(0, 10);
  for (const [at, { id: topicId }] of topics.entries()) {
    const actor = { interactionId: `file-${at}`, userId: ana.id, guildId: null, at };
    const bytes = new TextEncoder().encode(`%PDF-1.7 ${at}`);
    const file = { name: `${at}.pdf`, kind: 'pdf' as const, size: bytes.length, bytes };
    const text = { parts: [], url: null, language: null };
    await writeProof(db, actor, { topicId, method: 'cheatcode', ...text, file });
  }
  await ana.slash('done', { topic: 'ACID' });
  const exported = async () =>
    (await ana.press(await ana.slash('settings'), { customId: 'v1:settings-export' })).files.map(
      ({ filename }) => filename,
    );
  const files = await exported();
  expect(files.slice(0, 2)).toEqual([expect.stringMatching(/\.json$/), 'backend.md']);
  const last = [9, 8, 7, 6, 5, 4, 3, 2].map((at) => expect.stringMatching(new RegExp(`${at}\\.pdf$`, 'u')));
  expect(files.slice(2)).toEqual(last);

  // A member with so many roadmaps gets only these.
  const [topic] = topics;
  for (let at = 0; at < 10; at += 1) {
    const source = `# Trail ${at}\n\n- [ ] Step ${at}\n`;
    const own = { id: `trail-${at}`, source, roadmap: readRoadmap(source).roadmap, madeBy: null, at };
    await db.transaction().execute((trx) => createRoadmap(trx, { ...own, owner: { userId: ana.id } }));
    const trail = await world.app.library.roadmap(db, own.id);
    const actor = { interactionId: `ticks-${at}`, userId: ana.id, guildId: null, at };
    await importDone(db, actor, [trail?.nodes[0]?.id ?? topic?.id ?? '']);
  }
  const many = await exported();
  expect(many).toHaveLength(10);
  expect(many.filter((name) => name.endsWith('.md'))).toHaveLength(9);
});

test.each([
  'v1:cheatcode',
  'v1:cheatcode:show',
  'v1:cheatcode:show:no-such-topic',
  'v1:cheatcode:nonsense:AAAAAAAAAAAA',
  'v1:cheatcode:list:-1',
  'v1:cheatcode:list:99999999',
  'v1:cheatcode:part:AAAAAAAAAAAA:x',
  'v1:attach:1',
  'v1:attach',
  'v1:declare:no-such-topic',
  'v1:work:no-such-proof:0',
])('%s: a polite answer, and nothing is written', async (customId) => {
  const { world, ana } = await group();
  await using _ = world;
  const answer = await ana.press(await ana.slash('topic', { topic: 'ACID' }), { customId });
  expect(answer.failed).toBeNull();
  expect(await world.app.db.selectFrom('proof').select('id').execute()).toEqual([]);
});

test('a form for a topic that has left the roadmap writes nothing', async () => {
  const { world, ana } = await group();
  await using _ = world;
  const form = await ana.slash('cheatcode write', { topic: 'ACID' });
  if (form.modal === null) throw new Error('there is a form');
  form.modal.custom_id = 'v1:cheatcode:write:AAAAAAAAAAAA';
  const answer = await ana.fill(form, { [TEXT.cheatcode]: 'x' });
  expect(answer.text).toContain('out of date');
});

test('one’s own shared work says what the group makes of it, and leads to its post', async () => {
  const { world, study, members, ana, ben } = await group('Cem');
  await using _ = world;
  const [, , cem = ben] = members;
  await write(ana, 'feynman', 'ACID', 'Either all of it happens, or nothing of it does.');
  const before = await ana.slash('feynman show', { topic: 'ACID' });
  expect(before.text).not.toContain('Shared');
  await ana.press(before, 'Share with group');
  const post = postIn(study);
  await ben.press(post, 'Makes sense');
  await cem.fill(await cem.press(post, 'Ask a question…'), { 'Your question': 'And on a crash?' });
  const own = await ana.slash('feynman show', { topic: 'ACID' });
  expect(own.text).toContain('Shared · makes sense to 1 · 1 open question');
  expect(own.buttons).toContain('See post');
  expect(own.buttons).not.toContain('Share with group');
});
