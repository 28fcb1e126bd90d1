import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'

import type { Product } from '../api/types'
import { type CellWrite, writeCell } from '../api/writeCell'
import { type CellState, type CellStates, withState } from './cellStates'
import { patchOf, textOf } from './cellText'

const FLASH_MS = 1000
const REMEMBERED = 100

export interface CellEdits {
  states: CellStates
  /** Shows `text` at once and saves it behind the person's back. */
  write: (product: Product, column: string, text: string) => void
  /** Lets go of what could not be saved. */
  dismiss: (id: number, column: string) => void
  /** Writes back what the cell that was saved last had said before. */
  undo: () => void
}

/** Single cells, saved optimistically; the changes of one product go out one after the other. */
export function useCellEdits(): CellEdits {
  const queries = useQueryClient()
  const [states, setStates] = useState<CellStates>(new Map())
  const chains = useRef(new Map<number, Promise<void>>())
  const done = useRef<CellWrite[]>([])

  return useMemo(() => {
    const set = (id: number, column: string, state?: CellState) => setStates((known) => withState(known, id, column, state))

    const send = async (change: CellWrite, before?: string) => {
      const { id, column } = change
      const outcome = await writeCell(queries, change)
      set(id, column, outcome)
      if (outcome.kind !== 'saved') return
      if (before !== undefined) done.current = [...done.current, { id, column, text: before, seen: [outcome.text] }].slice(-REMEMBERED)
      // What has been written into the cell since must not be wiped by the end of the flash.
      setTimeout(() => setStates((known) => (known.get(id)?.get(column) === outcome ? withState(known, id, column, undefined) : known)), FLASH_MS)
    }

    const queue = (change: CellWrite, before?: string) => {
      set(change.id, change.column, { kind: 'saving', text: change.text })
      const last = chains.current.get(change.id) ?? Promise.resolve()
      chains.current.set(change.id, last.then(() => send(change, before)))
    }

    const write = (product: Product, column: string, text: string) => {
      const state = states.get(product.id)?.get(column)
      const saved = textOf(state?.kind === 'conflict' ? state.current : product, column)
      const before = state?.kind === 'saving' ? state.text : saved
      if (state?.kind !== 'saving' && patchOf(product, column, text) === undefined) set(product.id, column)
      else queue({ id: product.id, column, text, seen: [saved, before] }, before)
    }

    const undo = () => {
      const last = done.current.pop()
      if (last) queue(last)
    }

    return { states, write, dismiss: set, undo }
  }, [states, queries])
}
