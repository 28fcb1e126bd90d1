import { Button, VisuallyHidden } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconPackage, IconPlus, IconSearchOff } from '@tabler/icons-react'

import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { plural } from '@/lib/format'

import { productsQuery } from '../api/listProducts'
import { Filters } from '../components/Filters'
import { ProductDrawer } from '../components/ProductDrawer'
import { ProductsFooter } from '../components/ProductsFooter'
import { ProductsTable } from '../components/ProductsTable'
import { SearchBox } from '../components/SearchBox'
import { filtered, isFiltered, type ProductsSearch, unfiltered } from '../search'
import classes from './ProductsPage.module.css'

interface How {
  /** The browser's back does not step through every letter of a search. */
  replace?: boolean
  /** Nobody is asked about unsaved edits: they have just been saved. */
  ignoreBlocker?: boolean
}

interface ProductsPageProps {
  search: ProductsSearch
  onSearch: (search: ProductsSearch, how?: How) => void
}

export function ProductsPage({ search, onSearch }: ProductsPageProps) {
  const { data, error, isPlaceholderData, refetch } = useQuery(productsQuery(search))
  useDocumentTitle(`${data ? plural(data.total, 'product') : 'Products'} · Product Importer`)
  return (
    <div className={classes.page}>
      <div className={classes.toolbar}>
        <h1 className={classes.title}>Products</h1>
        <SearchBox value={search.q ?? ''} onSearch={(q) => onSearch(filtered(search, { q }), { replace: true })} />
        <Filters search={search} onSearch={onSearch} />
        <LinkButton to="/products" search={{ ...search, product: 'new' }} leftSection={<IconPlus size={16} aria-hidden />} className={classes.create}>
          New product
        </LinkButton>
      </div>
      {error && (
        <div className={classes.problem}>
          <Problem error={error} retry={refetch} />
        </div>
      )}
      <div className={classes.grid} role="region" aria-label="Products" tabIndex={0}>
        {!data && !error && <RowSkeletons rows={12} />}
        {data && data.items.length > 0 && <ProductsTable products={data.items} search={search} stale={isPlaceholderData} />}
        {data?.items.length === 0 && <Nothing search={search} onSearch={onSearch} />}
      </div>
      {data && (
        <ProductsFooter total={data.total} exact={data.total_exact} pages={data.pages ?? 1} shown={data.items.length} search={search} onSearch={onSearch} />
      )}
      <VisuallyHidden role="status">{data && !isPlaceholderData ? plural(data.total, 'product') : ''}</VisuallyHidden>
      <ProductDrawer
        product={search.product}
        onClose={() => onSearch({ ...search, product: undefined })}
        onDone={() => onSearch({ ...search, product: undefined }, { ignoreBlocker: true })}
      />
    </div>
  )
}

function Nothing({ search, onSearch }: ProductsPageProps) {
  if (isFiltered(search)) {
    return (
      <EmptyState icon={IconSearchOff} title="No product matches" actions={<Button onClick={() => onSearch(unfiltered(search))}>Clear search and filters</Button>}>
        Nothing in the catalogue fits all of what you asked for. Each word must stand in the SKU, the name or the description.
      </EmptyState>
    )
  }
  if (search.page !== undefined) {
    return (
      <EmptyState icon={IconSearchOff} title="This page is past the end" actions={<Button onClick={() => onSearch({ ...search, page: undefined })}>Go to the first page</Button>}>
        There are fewer products than this page would need.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={IconPackage}
      title="No products yet"
      actions={
        <>
          <LinkButton to="/upload">Import a file</LinkButton>
          <LinkButton to="/products" search={{ product: 'new' }} variant="default">
            Create one by hand
          </LinkButton>
        </>
      }
    >
      Products come from a file with a column for the SKU and one for the name. You see what it would do before anything changes.
    </EmptyState>
  )
}
