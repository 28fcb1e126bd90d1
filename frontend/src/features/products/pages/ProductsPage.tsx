import { VisuallyHidden } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef } from 'react'

import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { plural } from '@/lib/format'

import { productsQuery } from '../api/listProducts'
import type { Product } from '../api/types'
import { viewsQuery } from '../api/views'
import { useBulkJob } from '../bulk/useBulkJob'
import { useSelection } from '../bulk/useSelection'
import { useAttributeNames } from '../columns/useAttributeNames'
import { useLayout } from '../columns/useLayout'
import { usePictures } from '../columns/usePictures'
import { ProductDrawer } from '../components/ProductDrawer'
import { useCellEdits } from '../grid/useCellEdits'
import type { ProductsSearch } from '../search'
import { BelowProducts } from './BelowProducts'
import { ProductList } from './ProductList'
import classes from './ProductsPage.module.css'
import { ProductsToolbar } from './ProductsToolbar'

const NothingFound = lazy(() => import('../components/NothingFound').then(({ NothingFound: component }) => ({ default: component })))

const NONE: Product[] = []

interface How {
  /** The browser's back does not step through every letter of a search. */
  replace?: boolean
  /** Nobody is asked about unsaved edits: they have just been saved. */
  ignoreBlocker?: boolean
}

export interface ProductsPageProps {
  search: ProductsSearch
  onSearch: (search: ProductsSearch, how?: How) => void
}

/** The catalogue, or its trash, as a grid that fills the window; what it shows stands in the address. */
export function ProductsPage({ search, onSearch }: ProductsPageProps) {
  const { data, error, isPlaceholderData: stale, refetch } = useQuery(productsQuery(search))
  const products = data?.items ?? NONE
  const { data: views = [] } = useQuery(viewsQuery())
  const view = views.find(({ id }) => id === search.view)
  const [layout, setLayout, resetLayout] = useLayout(view)
  const attributeNames = useAttributeNames(products)
  const pictures = usePictures(layout.columns, products)
  const selecting = useSelection(search)
  const edits = useCellEdits()
  const bulkJob = useBulkJob()
  const below = useRef<HTMLDivElement>(null)
  const heading = search.trashed ? 'Trash' : 'Products'
  useDocumentTitle(`${data ? plural(data.total, 'product') : heading} · ${search.trashed ? 'Trash · ' : ''}Product Importer`)

  const page = { search, onSearch, total: data?.total ?? 0, exact: data?.total_exact ?? true, attributeNames }
  return (
    <div className={classes.page}>
      <ProductsToolbar {...page} heading={heading} views={views} view={view} layout={layout} onLayout={setLayout} onReset={resetLayout} pictures={pictures} />
      {error && (
        <div className={classes.problem}>
          <Problem error={error} retry={refetch} />
        </div>
      )}
      <div className={classes.grid}>
        {!data && !error && <RowSkeletons rows={12} />}
        {products.length > 0 && (
          <ProductList
            {...page}
            products={products}
            pages={data?.pages ?? 1}
            stale={stale}
            layout={layout}
            onLayout={setLayout}
            pictures={pictures.drawn}
            edits={edits}
            selecting={selecting}
            onLeave={() => below.current?.querySelector<HTMLElement>('button:not(:disabled), select')?.focus()}
          />
        )}
        {data?.items.length === 0 && (
          <Suspense>
            <NothingFound search={search} onSearch={onSearch} />
          </Suspense>
        )}
      </div>
      <div ref={below}>
        <BelowProducts {...page} pages={data?.pages ?? 1} shown={data?.items.length} edits={edits} selecting={selecting} bulkJob={bulkJob} />
      </div>
      <VisuallyHidden role="status">{data && !stale ? plural(data.total, 'product') : ''}</VisuallyHidden>
      <ProductDrawer
        product={search.product}
        onClose={() => onSearch({ ...search, product: undefined })}
        onDone={() => onSearch({ ...search, product: undefined }, { ignoreBlocker: true })}
      />
    </div>
  )
}
