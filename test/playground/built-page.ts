import { type Assets, bundlePage } from '../../playground/web/bundle.ts';

let built: Promise<Assets> | undefined;

/** Builds the page once in each process, because it is the same for every playground. */
export function builtPage(): Promise<Assets> {
  built ??= bundlePage();
  return built;
}
