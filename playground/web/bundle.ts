import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** The files of the page, by the path at which they are served. */
export type Assets = ReadonlyMap<string, { readonly type: string; readonly content: string | Uint8Array }>;

const PAGE = join(import.meta.dirname, '..', 'page');
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Builds the page from its sources, in memory. Nothing is written, and nothing is fetched from elsewhere. */
export async function bundlePage(): Promise<Assets> {
  const built = await build({
    root: PAGE,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      target: 'es2024',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(PAGE, 'main.tsx'),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]', codeSplitting: false },
      },
    },
  });
  const assets = new Map<string, { type: string; content: string | Uint8Array }>();
  const add = (name: string, content: string | Uint8Array): void => {
    const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    assets.set(name === 'index.html' ? '/' : `/${name}`, { type, content });
  };
  for (const bundle of Array.isArray(built) ? built : [built]) {
    if (!('output' in bundle)) continue;
    for (const part of bundle.output) add(part.fileName, part.type === 'chunk' ? part.code : part.source);
  }
  for (const name of ['index.html', 'icon.svg']) add(name, await readFile(join(PAGE, name)));
  return assets;
}
