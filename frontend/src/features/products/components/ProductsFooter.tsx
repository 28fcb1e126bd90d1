import { NativeSelect, Pagination } from '@mantine/core'

import { formatCount, plural } from '@/lib/format'

import { DEFAULT_LIMIT, PAGE_SIZES, type ProductsSearch, productsSearch } from '../search'
import classes from './ProductsFooter.module.css'

interface ProductsFooterProps {
  total: number
  exact: boolean
  pages: number
  shown: number
  /** Cells whose content could not be saved, on this page or another. */
  unsaved: number
  search: ProductsSearch
  onSearch: (search: ProductsSearch) => void
}

export function ProductsFooter({ total, exact, pages, shown, unsaved, search, onSearch }: ProductsFooterProps) {
  const { page = 1, limit = DEFAULT_LIMIT } = search
  const first = (page - 1) * limit + 1
  return (
    <footer className={classes.footer}>
      <p className={classes.count}>
        {shown > 0 && total > limit && `${formatCount(first)}–${formatCount(first + shown - 1)} of `}
        {exact ? '' : 'about '}
        {plural(total, 'product')}
      </p>
      {unsaved > 0 && <p className={classes.unsaved}>{plural(unsaved, 'cell')} not saved</p>}
      {pages > 1 && (
        <nav aria-label="Pages of products" className={classes.pages}>
          <Pagination
            value={page}
            total={pages}
            size="sm"
            siblings={1}
            onChange={(next) => onSearch({ ...search, page: next })}
            getItemProps={(number) => ({ 'aria-label': `Page ${number}` })}
            getControlProps={(control) => ({ 'aria-label': control === 'next' ? 'Next page' : 'Previous page' })}
          />
        </nav>
      )}
      {total > DEFAULT_LIMIT && (
        <NativeSelect
          className={classes.size}
          size="xs"
          aria-label="Products on a page"
          value={String(limit)}
          data={PAGE_SIZES.map((size) => ({ value: String(size), label: `${size} a page` }))}
          onChange={(event) => onSearch(productsSearch({ ...search, limit: event.currentTarget.value, page: undefined }))}
        />
      )}
    </footer>
  )
}
