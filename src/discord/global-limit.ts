/**
 * Discord's limit for a bot is 50 requests in a second. Two are left over, because requests do not take equally long on
 * their way, and more may arrive within a second than have begun within one.
 */
const A_SECOND = 48;
/**
 * Answers to interactions do not count, so they never wait:
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
const IS_ANSWER = /\/v\d+\/(interactions|webhooks)\//;

/**
 * Keeps requests to Discord's limit for a bot. @discordjs/rest counts answers too, so those would wait while posts are
 * sent. It also counts in fixed windows, so it can let twice as many through around the end of one.
 * @returns a function that resolves when a request to an address may begin
 */
export function makeGlobalLimit(): (url: string) => Promise<void> {
  const turn = makeLimit(A_SECOND, 1000);
  return async (url) => {
    if (!IS_ANSWER.test(url)) await turn();
  };
}

/**
 * Lets at most `most` begin within any `span` milliseconds, in the order of asking. Timers measure the span, because the
 * bot's clock can be set.
 */
export function makeLimit(most: number, span: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let begun = 0;
  const begin = (): void => {
    begun += 1;
    setTimeout(end, span).unref();
  };
  const end = (): void => {
    begun -= 1;
    const next = waiting.shift();
    if (next === undefined) return;
    begin();
    next();
  };
  return () => {
    if (begun >= most) return new Promise((resolve) => waiting.push(resolve));
    begin();
    return Promise.resolve();
  };
}
