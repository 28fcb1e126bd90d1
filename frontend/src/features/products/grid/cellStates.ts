import type { Product } from '../api/types'
import { withText } from './cellText'

/** What became of what somebody wrote into a cell. */
export type CellState =
  | { kind: 'saving'; text: string }
  | { kind: 'saved'; text: string }
  | { kind: 'failed'; text: string; error: Error }
  /** Somebody else has changed this very cell since it was shown. */
  | { kind: 'conflict'; text: string; current: Product }

/** States by product and column; most cells have none. */
export type CellStates = ReadonlyMap<number, ReadonlyMap<string, CellState>>

export function withState(states: CellStates, id: number, column: string, state: CellState | undefined): CellStates {
  const cells = new Map(states.get(id))
  if (state) cells.set(column, state)
  else cells.delete(column)
  const next = new Map(states)
  if (cells.size > 0) next.set(id, cells)
  else next.delete(id)
  return next
}

/** The cell's text as its editor begins: what was written and not saved comes back. */
export function unsavedText(state: CellState | undefined): string | undefined {
  return state?.kind === 'failed' || state?.kind === 'conflict' ? state.text : undefined
}

export function unsavedCells(states: CellStates): number {
  return [...states.values()].reduce((sum, cells) => sum + [...cells.values()].filter((state) => unsavedText(state) !== undefined).length, 0)
}

/** One row of the grid: the product as it will be when all that is under way has been saved. */
export interface Row {
  product: Product
  states?: ReadonlyMap<string, CellState> | undefined
  /** What the open editor holds. */
  draft?: string
}

export function rowsOf(products: Product[], states: CellStates): Row[] {
  return products.map((product) => {
    const cells = states.get(product.id)
    return cells ? { product: expected(product, cells), states: cells } : { product }
  })
}

function expected(product: Product, cells: ReadonlyMap<string, CellState>): Product {
  return [...cells].reduce((now, [column, state]) => (state.kind === 'saving' ? withText(now, column, state.text) : now), product)
}
