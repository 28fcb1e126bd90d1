export interface Clock {
  subscribe: (reader: () => void) => () => void
  now: () => Date
}

/** A clock for `useSyncExternalStore`: one timer for all its readers, and none while nobody reads it. */
export function clockOf(tickMs: number): Clock {
  let now = new Date()
  const readers = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined

  function tick(): void {
    now = new Date()
    readers.forEach((reader) => reader())
  }

  function subscribe(reader: () => void): () => void {
    readers.add(reader)
    // It stood still while nobody read it.
    if (timer === undefined) {
      timer = setInterval(tick, tickMs)
      tick()
    }
    return () => {
      readers.delete(reader)
      if (readers.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }

  return { subscribe, now: () => now }
}
