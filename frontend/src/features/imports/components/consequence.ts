import type { Import } from '../api/types'

/** What cancelling an import leaves behind, in a sentence. */
export function consequenceOf(one: Pick<Import, 'phase'>): string {
  if (one.phase !== 'applying') return 'Nothing has been written yet, so the catalogue stays exactly as it is.'
  return 'Products written so far stay in the catalogue; the rest of the file is not imported. The receipt will say how many, and they can be undone.'
}
