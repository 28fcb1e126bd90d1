import { useCallback, useMemo, useSyncExternalStore } from 'react'

import { DEFAULT_LAYOUT, knownColumns, type Layout, readLayout } from './layout'

const KEY = 'products.layout'
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

/** The layout of the grid as this browser remembers it: one of its own for each saved view, which begins with the view's columns. */
export function useLayout(view?: { id: string; columns: string[] }): [Layout, (part: Partial<Layout>) => void, () => void] {
  const [text, setText] = useKept(view ? `${KEY}.${view.id}` : KEY)
  const columns = view?.columns
  const layout = useMemo(() => readLayout(text, columns ? { ...DEFAULT_LAYOUT, columns: knownColumns(columns) } : DEFAULT_LAYOUT), [text, columns])
  const change = useCallback((part: Partial<Layout>) => setText(JSON.stringify({ ...layout, ...part })), [layout, setText])
  const reset = useCallback(() => setText(null), [setText])
  return [layout, change, reset]
}
