/** A group this small cannot spare two for each piece of work. */
const SMALL_GROUP = 3;

/**
 * How many others have to find an explanation clear, or accept a thesis, before it counts.
 * @param groupSize how many have joined in the group, the author among them
 */
export function voicesNeeded(groupSize: number): number {
  return groupSize <= SMALL_GROUP ? 1 : 2;
}

/** Whether so many others are enough for a group of this size. */
export function isEnough(voices: number, groupSize: number): boolean {
  return voices >= voicesNeeded(groupSize);
}

const WEEK = 7 * 24 * 60 * 60_000;

/** When whoever offered to read a thesis is reminded, once, if they have said nothing by then; both epoch ms. */
export function remindAt(offeredAt: number): number {
  return offeredAt + WEEK;
}
