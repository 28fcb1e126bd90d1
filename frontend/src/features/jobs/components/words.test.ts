import { expect, it } from 'vitest'

import { isUndoable } from '../api/bulk'
import { titleOf, undoTitleOf } from './words'

const deletion = { kind: 'bulk', result: { action: 'delete', selected: 48_213, changed: 48_200, unchanged: 0, kept: 13 } }

it('a bulk job says what it does and to how many products', () => {
  expect(titleOf(deletion)).toBe('Deletion of 48,213 products')
  expect(undoTitleOf(deletion)).toBe('Undo of deletion of 48,213 products')
  expect(titleOf({ kind: 'bulk', result: { ...deletion.result, action: 'purge', selected: 1 } })).toBe('Deletion for good of 1 product')
})

it('a job of another kind is called by its kind', () => {
  expect(titleOf({ kind: 'import', result: null })).toBe('Import')
  expect(undoTitleOf(undefined)).toBe('Undo')
})

it('what changed something can be undone, unless it was deleted for good or is undone', () => {
  const purge = { ...deletion, result: { ...deletion.result, action: 'purge' } }
  const nothing = { ...deletion, result: { ...deletion.result, changed: 0 } }
  expect(isUndoable({ ...deletion, status: 'cancelled' })).toBe(true)
  expect(isUndoable({ ...deletion, status: 'running' })).toBe(false)
  expect(isUndoable({ ...deletion, status: 'undone' })).toBe(false)
  expect(isUndoable({ ...purge, status: 'completed' })).toBe(false)
  expect(isUndoable({ ...nothing, status: 'completed' })).toBe(false)
})
