import { useCallback, useMemo } from 'react'

import { useKept } from '@/lib/useKept'

import { DEFAULT_LAYOUT, knownColumns, type Layout, readLayout } from './layout'

const KEY = 'products.layout'

/** The layout of the grid as this browser remembers it: one of its own for each saved view, which begins with the view's columns. */
export function useLayout(view?: { id: string; columns: string[] }): [Layout, (part: Partial<Layout>) => void, () => void] {
  const [text, setText] = useKept(view ? `${KEY}.${view.id}` : KEY)
  const columns = view?.columns
  const layout = useMemo(() => readLayout(text, columns ? { ...DEFAULT_LAYOUT, columns: knownColumns(columns) } : DEFAULT_LAYOUT), [text, columns])
  const change = useCallback((part: Partial<Layout>) => setText(JSON.stringify({ ...layout, ...part })), [layout, setText])
  const reset = useCallback(() => setText(null), [setText])
  return [layout, change, reset]
}
