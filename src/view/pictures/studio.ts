import { createHash } from 'node:crypto';
import type { Commission, Drawing } from './easel.ts';
import { CannotPaint, type Painter, type Patience, startPainter } from './painter-process.ts';

/** A picture as it is sent: a file whose name changes with what it shows, as Discord's clients keep files by name. */
export interface DrawnPicture extends Drawing {
  readonly name: string;
}

/** Where pictures are drawn: one after the other, outside the process that answers. */
export interface Studio {
  /**
   * Draws a picture, or takes it from those that were drawn lately.
   * @param isUrgent whether somebody waits for it: those go first
   * @returns null if it cannot be drawn: then the words that it stands beside are enough, and the log says why
   */
  draw(commission: Commission, isUrgent: boolean): Promise<DrawnPicture | null>;
  /** Ends the process that draws; what still waits is not drawn. */
  stop(): void;
}

/** Times in milliseconds. */
export interface StudioLimits extends Patience {
  /** How many pictures may wait that somebody waits for, and how many of posts: those are in no hurry. */
  readonly queue: number;
  readonly posts: number;
  /** How many are kept after they were drawn. */
  readonly kept: number;
  /** After so long without work, the process that draws ends. */
  readonly idle: number;
  /** For so long nothing is tried where drawing is not possible. */
  readonly rest: number;
}

export const STUDIO_LIMITS: StudioLimits = {
  queue: 32,
  posts: 1000,
  kept: 32,
  starting: 10_000,
  drawing: 2000,
  idle: 60_000,
  rest: 10 * 60_000,
};
/** Where so many processes ended one after the other, the next one would end as well. */
const ENDS = 3;

interface Waiting {
  readonly commission: Commission;
  readonly isUrgent: boolean;
  readonly settle: (drawing: Drawing | null) => void;
}

/**
 * Nothing is started before the first picture.
 * @param tell is told why a picture was not drawn: once for each reason, not for each picture
 * @param start starts a painter
 */
export function openStudio(
  tell: (reason: string) => void,
  limits: StudioLimits = STUDIO_LIMITS,
  start: (patience: Patience) => Painter = startPainter,
): Studio {
  const queue: Waiting[] = [];
  const kept = new Map<string, Promise<DrawnPicture | null>>();
  let painter: Painter | null = null;
  let isWorking = false;
  let [isResting, ends] = [false, 0];
  let toldReason: string | null = null;
  let [idle, rest]: (NodeJS.Timeout | undefined)[] = [];

  const close = (): void => {
    painter?.end();
    painter = null;
  };

  const paint = async (commission: Commission): Promise<Drawing | null> => {
    if (isResting) return null;
    painter ??= start(limits);
    try {
      const drawing = await painter.draw(commission);
      [ends, toldReason] = [0, null];
      return drawing;
    } catch (error) {
      const { scope, message } =
        error instanceof CannotPaint ? error : new CannotPaint('process', String(error));
      if (message !== toldReason) tell(message);
      toldReason = message;
      if (scope === 'picture') return null;
      close();
      ends += 1;
      if (scope === 'machine' || ends >= ENDS) {
        isResting = true;
        rest = setTimeout(() => ([isResting, ends] = [false, 0]), limits.rest).unref();
      }
      return null;
    }
  };

  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    clearTimeout(idle);
    while (queue.length > 0) {
      const urgent = queue.findIndex(({ isUrgent }) => isUrgent);
      const [next] = queue.splice(Math.max(urgent, 0), 1);
      next?.settle(await paint(next.commission));
    }
    isWorking = false;
    idle = setTimeout(close, limits.idle).unref();
  };

  const commissioned = (commission: Commission, isUrgent: boolean): Promise<Drawing | null> => {
    const waiting = queue.filter((other) => other.isUrgent === isUrgent).length;
    if (isResting || waiting >= (isUrgent ? limits.queue : limits.posts)) return Promise.resolve(null);
    return new Promise((settle) => {
      queue.push({ commission, isUrgent, settle });
      void work();
    });
  };

  return {
    async draw(commission, isUrgent) {
      const key = createHash('sha256').update(JSON.stringify(commission)).digest('hex');
      const known = kept.get(key);
      // What was asked for last is kept longest.
      kept.delete(key);
      const picture = known ?? commissioned(commission, isUrgent).then(named(commission, key));
      kept.set(key, picture);
      for (const oldest of kept.keys()) if (kept.size > limits.kept) kept.delete(oldest);
      const drawn = await picture;
      if (drawn === null && kept.get(key) === picture) kept.delete(key);
      return drawn;
    },
    stop() {
      for (const { settle } of queue.splice(0)) settle(null);
      isResting = true;
      clearTimeout(idle);
      clearTimeout(rest);
      close();
    },
  };
}

function named({ picture }: Commission, key: string) {
  return (drawing: Drawing | null): DrawnPicture | null =>
    drawing === null ? null : { ...drawing, name: `${picture.kind}-${key.slice(0, 12)}.png` };
}
