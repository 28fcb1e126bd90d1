import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'

import type { BulkAction } from '../api/bulk'
import { EverythingWord, isWord } from './EverythingWord'

interface BulkQuestionProps {
  action: BulkAction
  /** How many products it reaches, in words: "about 3,000 products". */
  products: string
  everything: boolean
  busy: boolean
  error: Error | null
  onYes: () => void
  onNo: () => void
}

const VERBS: Partial<Record<BulkAction, string>> = { activate: 'Activate', deactivate: 'Deactivate', delete: 'Delete', restore: 'Restore', purge: 'Delete' }

const CONSEQUENCES: Partial<Record<BulkAction, string>> = {
  delete: 'They move to the trash and are no longer listed. You can take this back.',
  purge: 'They leave the trash for good. This cannot be taken back; only their history stays.',
}

/** Names the number before many products are deleted, or everything is changed. */
export function BulkQuestion({ action, products, everything, busy, error, onYes, onNo }: BulkQuestionProps) {
  const [word, setWord] = useState('')
  const what = `${VERBS[action] ?? ''} ${products}${action === 'purge' ? ' for good' : ''}`
  return (
    <Question title={`${what}?`} no="Keep them" onNo={onNo} yes={what} onYes={onYes} busy={busy} disabled={everything && !isWord(word)}>
      <p>{CONSEQUENCES[action] ?? 'You can take this back while their history is kept.'}</p>
      {everything && <EverythingWord value={word} onChange={setWord} />}
      {error && <Problem error={error} title="Nothing was changed." />}
    </Question>
  )
}
