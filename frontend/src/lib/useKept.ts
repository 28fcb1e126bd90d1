import { useCallback, useSyncExternalStore } from 'react'

const readers = new Set<() => void>()

function subscribe(reader: () => void): () => void {
  readers.add(reader)
  window.addEventListener('storage', reader)
  return () => {
    readers.delete(reader)
    window.removeEventListener('storage', reader)
  }
}

function keep(key: string, text: string | null): void {
  if (text === null) localStorage.removeItem(key)
  else localStorage.setItem(key, text)
  readers.forEach((reader) => reader())
}

/** A text kept in this browser under `key`, the same in all its tabs; null takes it away. */
export function useKept(key: string): [string | null, (text: string | null) => void] {
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(key))
  return [text, useCallback((next: string | null) => keep(key, next), [key])]
}
