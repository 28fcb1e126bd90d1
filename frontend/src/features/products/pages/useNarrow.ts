import { useMediaQuery } from '@mantine/hooks'

const NARROW = '(max-width: 760px)'

/** Whether the window is a phone's: rows are cards then. */
export function useNarrow(): boolean {
  return useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
}

export function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches
}
