import { type ComponentType, lazy, Suspense, useState } from 'react'

import { RowSkeletons } from '@/components/RowSkeletons'
import { useMay } from '@/lib/session'

import { shownSelection, type useSelection } from '../bulk/useSelection'
import { ProductCards } from '../cards/ProductCards'
import { shownColumns } from '../columns/layout'
import type { ProductGridProps } from '../grid/ProductGrid'
import { isNarrow, useNarrow } from './useNarrow'

const loaded: { grid?: ComponentType<ProductGridProps> } = {}

async function loadGrid() {
  const { ProductGrid } = await import('../grid/ProductGrid')
  loaded.grid = ProductGrid
  return { default: ProductGrid }
}

const LazyGrid = lazy(loadGrid)

// Asked for beside the products, not after them.
if (!isNarrow()) void loadGrid()

interface ProductListProps extends Omit<ProductGridProps, 'selected' | 'onSelected' | 'editable'> {
  selecting: ReturnType<typeof useSelection>
}

/** The products of one page: a grid, or cards where that would not fit. */
export function ProductList({ selecting: [selection, select], ...props }: ProductListProps) {
  const { products, search, layout, stale, pictures } = props
  const narrow = useNarrow()
  const mayWrite = useMay('write')
  // What is there already is shown at once: React holds whatever was waited for back for a third of a second.
  const [Grid] = useState(() => loaded.grid ?? LazyGrid)
  const selected = shownSelection(
    selection,
    products.map(({ id }) => id),
  )
  const selecting = { selected, onSelected: (ids: Set<number>) => select({ ids, all: false }) }
  if (narrow) {
    const columns = shownColumns(layout.columns, search.trashed === 'only')
    return <ProductCards products={products} columns={columns} pictures={pictures} stale={stale} openId={search.product} selectable={mayWrite} {...selecting} />
  }
  return (
    <Suspense fallback={<RowSkeletons rows={12} />}>
      <Grid {...props} {...selecting} editable={mayWrite} />
    </Suspense>
  )
}
