import { RadioCards } from '@/components/RadioCards'

import type { ImportMode } from '../api/types'

const MODES: { value: ImportMode; title: string; words: string }[] = [
  {
    value: 'digest',
    title: 'One message at the end',
    words: 'Counts and a `cursor`; from it your program reads in the feed what changed, when it likes. Right for most.',
  },
  { value: 'batch', title: 'In batches', words: '`product.batch` messages, each with up to 500 changed products.' },
  { value: 'each', title: 'One message a product', words: 'An import of 500,000 rows may send 500,000 messages. Edits by hand do not wait behind them.' },
]

/** What an import, a bulk change or an undo tells: it may change half a million products. */
export function ModeChoice({ mode, onMode }: { mode: ImportMode; onMode: (mode: ImportMode) => void }) {
  return <RadioCards label="What an import tells" options={MODES} value={mode} onValue={onMode} />
}
