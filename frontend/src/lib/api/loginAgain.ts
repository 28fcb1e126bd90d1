/** A session that ended mid-work: who asked meanwhile waits here until the person has logged in again. */
let waiting: PromiseWithResolvers<undefined> | undefined
const readers = new Set<() => void>()

/** Resolves once the person is logged in again; rejects when `signal` gives up the request that waits. */
export function loginAgain(signal?: AbortSignal): Promise<void> {
  if (!waiting) {
    waiting = Promise.withResolvers()
    tell()
  }
  return signal ? Promise.race([waiting.promise, aborted(signal)]) : waiting.promise
}

export function loggedInAgain(): void {
  waiting?.resolve(undefined)
  waiting = undefined
  tell()
}

export function isLoginNeeded(): boolean {
  return waiting !== undefined
}

export function onLoginNeeded(reader: () => void): () => void {
  readers.add(reader)
  return () => readers.delete(reader)
}

function tell(): void {
  readers.forEach((reader) => reader())
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject(signal.reason as Error)
    if (signal.aborted) give()
    else signal.addEventListener('abort', give, { once: true })
  })
}
