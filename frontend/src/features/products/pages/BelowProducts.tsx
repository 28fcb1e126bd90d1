import { lazy, Suspense } from 'react'

import { BulkProgress } from '../bulk/BulkProgress'
import type { useBulkJob } from '../bulk/useBulkJob'
import type { useSelection } from '../bulk/useSelection'
import { ProductsFooter } from '../components/ProductsFooter'
import { unsavedCells } from '../grid/cellStates'
import type { CellEdits } from '../grid/useCellEdits'
import type { ProductsPageProps } from './ProductsPage'

const BulkBar = lazy(() => import('../bulk/BulkBar').then(({ BulkBar: component }) => ({ default: component })))

interface BelowProductsProps extends ProductsPageProps {
  total: number
  exact: boolean
  pages: number
  /** How many are on the page; undefined before they are known. */
  shown: number | undefined
  attributeNames: string[]
  edits: CellEdits
  selecting: ReturnType<typeof useSelection>
  bulkJob: ReturnType<typeof useBulkJob>
}

/** Under the list, where it moves nothing: a change that runs, what is selected, the pages. */
export function BelowProducts({ search, onSearch, total, exact, pages, shown, attributeNames, edits, selecting, bulkJob }: BelowProductsProps) {
  const [selection, select] = selecting
  return (
    <>
      {bulkJob.id !== undefined && <BulkProgress key={bulkJob.id} jobId={bulkJob.id} onOver={bulkJob.end} onBegun={bulkJob.begin} />}
      {(selection.all || selection.ids.size > 0) && (
        <Suspense>
          <BulkBar search={search} total={total} exact={exact} attributeNames={attributeNames} selection={selection} onSelection={select} onBegun={bulkJob.begin} />
        </Suspense>
      )}
      {shown !== undefined && (
        <ProductsFooter total={total} exact={exact} pages={pages} shown={shown} unsaved={unsavedCells(edits.states)} search={search} onSearch={onSearch} />
      )}
    </>
  )
}
