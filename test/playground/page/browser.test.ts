import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { chromiumPath, launch } from './browser.ts';
import { ofHostileTexts } from './hostile.ts';
import { ofEverything } from './rendering.ts';
import { ofRoadmate } from './roadmate.ts';

/** All tests of the page share one browser, because starting one costs seconds. */
describe.skipIf(chromiumPath === null)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  describe('shows one of everything', () => {
    ofEverything(() => browser);
  });
  describe('has Roadmate behind it', () => {
    ofRoadmate(() => browser);
  });
  describe('runs nothing that others wrote', () => {
    ofHostileTexts(() => browser);
  });
});
