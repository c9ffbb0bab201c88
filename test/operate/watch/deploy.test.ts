import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { makeMetrics } from '../../../src/operate/watch/metrics.ts';
import { namesIn } from './metric-names.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const dashboardText = readFileSync(join(ROOT, 'deploy', 'grafana-dashboard.json'), 'utf8');
const alertsText = readFileSync(join(ROOT, 'deploy', 'alerts.yml'), 'utf8');

/** The parts of a dashboard file that Grafana needs. */
const panel = z.object({
  id: z.int().positive(),
  type: z.enum(['row', 'stat', 'timeseries']),
  title: z.string().min(1),
  gridPos: z.object({ x: z.int().min(0), y: z.int().min(0), w: z.int().positive(), h: z.int().positive() }),
  targets: z
    .array(z.object({ refId: z.string(), expr: z.string().min(1), legendFormat: z.string() }))
    .default([]),
});
const dashboard = z
  .object({
    uid: z.string().max(40),
    title: z.literal('Roadmate'),
    schemaVersion: z.int().min(39),
    templating: z.object({ list: z.array(z.looseObject({ name: z.string(), type: z.string() })) }),
    panels: z.array(panel),
  })
  .parse(JSON.parse(dashboardText));

/** The names of all series of the bot. */
async function existing(): Promise<ReadonlySet<string>> {
  const readings = {
    shards: [],
    guilds: 0,
    heartbeat: null,
    store: { answer: null, bytes: {} },
    posts: { waiting: 0, late: 0, paused: {} },
    backup: null,
  };
  return namesIn(await makeMetrics('1.0.0', () => Promise.resolve(readings)).text());
}

/** A histogram has three series, and counts as one here. */
const stem = (name: string): string => name.replace(/_(?:bucket|sum|count)$/, '');

const named = (text: string): readonly string[] => [
  ...new Set(text.match(/\b(?:roadmate|nodejs|process)_[a-z0-9_]+/g)),
];

describe('the dashboard', () => {
  test('uses only series of the bot', async () => {
    const names = await existing();
    const asked = dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => named(expr)));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });

  test('shows all of Roadmate’s own series', async () => {
    const own = [...(await existing())].filter((name) => name.startsWith('roadmate_'));
    const shown = new Set(named(dashboardText));
    const stems = new Set([...shown].map(stem));
    // The alerts show whether the database answers.
    expect(own.map(stem).filter((name) => !stems.has(name) && name !== 'roadmate_store_up')).toEqual([]);
  });

  test('has no overlapping panels, and uses only variables that it defines', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)},${y + Math.floor(n / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
    const known = new Set([...dashboard.templating.list.map(({ name }) => name), '__rate_interval']);
    const used = [...dashboardText.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the alerts', () => {
  test('use only series of the bot', async () => {
    const names = await existing();
    expect(named(alertsText).filter((name) => !names.has(name))).toEqual([]);
  });

  const tool = spawnSync('promtool', ['--version']).error === undefined;
  if (!tool) console.info('Skipped: the alerts are checked by promtool (Debian: the package prometheus).');

  test.skipIf(!tool).each([
    ['check', 'rules', 'deploy/alerts.yml'],
    ['test', 'rules', 'test/operate/watch/alerts.test.yml'],
  ])('promtool %s %s %s', (...args) => {
    const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: ROOT, encoding: 'utf8' });
    expect(`${stdout}${stderr}`).toContain('SUCCESS');
    expect(status).toBe(0);
  });
});
