import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ComponentType } from 'discord-api-types/v10';
import type { Person } from '../playground/people/person.ts';
import { everyComponent } from '../playground/state/components.ts';
import { samplePictures } from '../playground/samples/pictures.ts';
import { startPainter } from '../src/view/pictures/painter-process.ts';
import { STUDIO_LIMITS } from '../src/view/pictures/studio.ts';
import { BotProcess } from './bot-process.ts';
import { type Figure, median, quantile } from './figures.ts';
import { topics } from './contestants.ts';
import { timeAnswer } from './stopwatch.ts';
import type { Subject } from './subject.ts';

const ROUNDS = 7;
/** How many pictures are asked for at once in each round. */
const AT_ONCE = 20;
/** The answers of a round while nothing is drawn. */
const IDLE_ANSWERS = 100;
/** The pause between two answers, in milliseconds. */
const PAUSE = 10;
/**
 * After so many milliseconds, the bot has computed the content of all pictures. Twenty commands at once are slow even
 * without pictures.
 */
const BURST = 300;
/** How often each picture is drawn before it is measured, and how often it is measured. */
const [WARM_UP, REPEATS] = [3, 5];

/**
 * Measures the bot while it draws: its other answers, the time of a picture, the memory of the drawing process, and when
 * that ends.
 */
export async function measurePictures(subject: Subject): Promise<readonly Figure[]> {
  await using bot = new BotProcess(subject);
  await bot.connected();
  const [readers, askers] = [subject.members.slice(0, 200), subject.members.slice(200)];
  // A member gets a picture only after they have done a topic of a track.
  const inTrack = topics.find(({ top }) => top.kind === 'track');
  for (const asker of askers) await asker.slash('done', { topic: inTrack?.id ?? '' });
  // Before anything is measured, Node has to compile both ways, and the drawing process has to run.
  await answers(subject, readers, () => IDLE_ANSWERS * 4);
  await ask(askers.splice(0, AT_ONCE));

  const p99 = { idle: Array<number>(), drawing: Array<number>() };
  for (let round = 0; round < ROUNDS; round += 1) {
    p99.idle.push(quantile(await answers(subject, readers, () => IDLE_ANSWERS), 0.99));
    let isDrawing = true;
    const drawn = ask(askers.splice(0, AT_ONCE)).finally(() => (isDrawing = false));
    await sleep(BURST);
    const taken = await answers(subject, readers, (count) => (isDrawing ? count + 1 : count));
    await drawn;
    p99.drawing.push(quantile(taken, 0.99));
  }
  const idleSince = performance.now();
  const [idle, drawing] = [median(p99.idle), median(p99.drawing)];
  const painter = bot.pid === undefined ? undefined : childOf(bot.pid);
  const memory = painter === undefined ? undefined : memoryOf(painter);
  const figures: readonly Figure[] = [
    {
      what: `/topic p99: ${drawing.toFixed(1)} ms while ${AT_ONCE} pictures are drawn, ${idle.toFixed(1)} ms before`,
      unit: 'x',
      figure: drawing / idle,
      aim: 1.5,
    },
    { what: 'the slowest picture, warm', unit: 'ms', figure: await slowestPicture(), aim: 100 },
  ];
  if (painter === undefined || memory === undefined) return figures;
  while (existsSync(`/proc/${painter}`)) await sleep(500);
  const ended = (performance.now() - idleSince) / 1000;
  return [
    ...figures,
    { what: 'memory of the drawing process, at most', unit: 'MB', figure: memory, aim: 150 },
    { what: 'the drawing process ends after', unit: 's', figure: ended, aim: STUDIO_LIMITS.idle / 1000 + 5 },
  ];
}

/** Measures answers one after the other, until there are as many as `enough` returns for their number. */
async function answers(
  { discord }: Subject,
  members: readonly Person[],
  enough: (count: number) => number,
): Promise<readonly number[]> {
  const taken: number[] = [];
  while (taken.length < enough(taken.length)) {
    await sleep(PAUSE);
    const member = members[taken.length % members.length];
    const topic = topics[taken.length % topics.length]?.id ?? '';
    const { sent, arrived } = await timeAnswer(discord, async () => member?.slash('topic', { topic }));
    taken.push(arrived - sent);
  }
  return taken;
}

/** Asks for the progress of all members at once. The names differ, so each needs a picture of its own. */
async function ask(members: readonly Person[]): Promise<void> {
  const shown = await Promise.all(members.map((member) => member.slash('progress')));
  const without = shown.filter(
    ({ message }) =>
      !everyComponent(message?.components ?? []).some(({ type }) => type === ComponentType.MediaGallery),
  ).length;
  if (without > 0) throw new Error(`${without} of ${shown.length} answers came without a picture`);
}

/** Draws the samples in a process, and measures each from the order to the file. */
async function slowestPicture(): Promise<number> {
  const painter = startPainter({ starting: 30_000 });
  const times: number[] = [];
  for (const { commission } of samplePictures('dark')) {
    const taken: number[] = [];
    for (let time = 0; time < WARM_UP + REPEATS; time += 1) {
      const from = performance.now();
      await painter.draw(commission, 30_000);
      taken.push(performance.now() - from);
    }
    times.push(median(taken.slice(WARM_UP)));
  }
  painter.end();
  return Math.max(...times);
}

/** The process that another process has started. This works on Linux only. */
function childOf(pid: number): number | undefined {
  const file = `/proc/${pid}/task/${pid}/children`;
  const [child] = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : [];
  return child === undefined || child === '' ? undefined : Number(child);
}

/** The most memory that a process has had, in MB. */
function memoryOf(pid: number): number | undefined {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
