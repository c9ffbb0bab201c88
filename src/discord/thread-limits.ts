/** Discord's limit for a thread's name, in characters. */
export const NAME_LENGTH = 100;

/** How long Discord keeps a thread open without a message, in minutes. */
export const THREAD_REST = { threeDays: 4320, week: 10_080 } as const;
