import { createHash } from 'node:crypto';
import type { Commission, Drawing } from './easel.ts';
import { CannotPaint, type Painter, type Patience, startPainter } from './painter-process.ts';
import { MINUTE } from '../../time/units.ts';

/** A picture as a file. The file's name depends on its content, because Discord's clients cache files by name. */
export interface DrawnPicture extends Drawing {
  readonly name: string;
}

/** Draws pictures one after the other, in a process of their own. */
export interface Studio {
  /**
   * Draws a picture, or returns a cached one.
   * @param isUrgent whether somebody waits for it; urgent pictures come first
   * @returns null if it cannot be drawn. The words beside it are then enough, and the log says why
   */
  draw(commission: Commission, isUrgent: boolean): Promise<DrawnPicture | null>;
  /** Ends the drawing process. Waiting pictures are not drawn. */
  stop(): void;
}

/** The limits of a studio. Times are in milliseconds. */
export interface StudioLimits extends Patience {
  /** How many urgent pictures may wait, and how many pictures of posts, which have time. */
  readonly queue: number;
  readonly posts: number;
  /** How long an urgent picture may take, and one of a post, which a busy machine delays. */
  readonly drawing: number;
  readonly drawingPosts: number;
  /** How many drawn pictures are cached. */
  readonly kept: number;
  /** The drawing process ends after this long without work. */
  readonly idle: number;
  /** If drawing is not possible, nothing is tried for this long. */
  readonly rest: number;
}

export const STUDIO_LIMITS: StudioLimits = {
  queue: 32,
  posts: 1000,
  kept: 32,
  starting: 10_000,
  drawing: 2000,
  drawingPosts: 20_000,
  idle: MINUTE,
  rest: 10 * MINUTE,
};
/** After this many processes have ended in a row, the next one would end as well. */
const ENDS = 3;

interface Waiting {
  readonly commission: Commission;
  readonly isUrgent: boolean;
  readonly settle: (drawing: Drawing | null) => void;
}

/**
 * Opens a studio. Nothing is started before the first picture.
 * @param tell is called once for each reason why a picture was not drawn
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

  const paint = async ({ commission, isUrgent }: Waiting): Promise<Drawing | null> => {
    if (isResting) return null;
    painter ??= start(limits);
    try {
      const drawing = await painter.draw(commission, isUrgent ? limits.drawing : limits.drawingPosts);
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
      next?.settle(await paint(next));
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
      // The most recently used picture is dropped last.
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
    drawing === null ? null : { ...drawing, name: `${picture.kind}-${key.slice(0, 12)}.webp` };
}
