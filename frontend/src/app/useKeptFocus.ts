import { useRouterState } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/** After a change of page whose cause is gone from it, the keyboard goes on at the content and not at the menu. */
export function useKeptFocus(content: RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && before.current !== path && document.activeElement === document.body) content.current?.focus({ preventScroll: true })
    before.current = path
  }, [path, content])
}
