/** How fast bytes go up, smoothed: the last second counts as much as everything before it. */
export interface Pace {
  at: number
  loaded: number
  bytesPerSecond: number | undefined
}

const MIN_INTERVAL_MS = 250
const HALF_LIFE_MS = 1000

export function startPace(at: number, loaded = 0): Pace {
  return { at, loaded, bytesPerSecond: undefined }
}

/** The pace after `loaded` bytes at time `at` (ms); events that follow each other closely are taken together. */
export function nextPace(pace: Pace, loaded: number, at: number): Pace {
  const elapsed = at - pace.at
  if (elapsed < MIN_INTERVAL_MS) return pace
  const now = ((loaded - pace.loaded) / elapsed) * 1000
  const weight = 0.5 ** (elapsed / HALF_LIFE_MS)
  const before = pace.bytesPerSecond
  return { at, loaded, bytesPerSecond: before === undefined ? now : before * weight + now * (1 - weight) }
}

export function secondsLeft(pace: Pace, loaded: number, total: number): number | undefined {
  return pace.bytesPerSecond ? (total - loaded) / pace.bytesPerSecond : undefined
}
