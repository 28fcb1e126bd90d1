import { Button } from '@mantine/core'
import { IconPackage, IconSearchOff, IconTrash } from '@tabler/icons-react'

import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { useMay } from '@/lib/session'

import { isFiltered, type ProductsSearch, unfiltered } from '../search'

interface NothingFoundProps {
  search: ProductsSearch
  onSearch: (search: ProductsSearch) => void
}

/** An empty list: why it is empty, and the way on. */
export function NothingFound({ search, onSearch }: NothingFoundProps) {
  const mayWrite = useMay('write')
  if (isFiltered(search)) {
    return (
      <EmptyState icon={IconSearchOff} title="No product matches" actions={<Button onClick={() => onSearch(unfiltered(search))}>Clear search and filters</Button>}>
        Nothing in {search.trashed ? 'the trash' : 'the catalogue'} fits all of what you asked for. Each word must stand in the SKU, the name or the description.
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
  if (search.trashed) {
    return (
      <EmptyState icon={IconTrash} title="The trash is empty" actions={<LinkButton to="/products">Show all products</LinkButton>}>
        Deleted products stay here until they are restored or deleted for good.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={IconPackage}
      title="No products yet"
      actions={
        mayWrite && (
          <>
            <LinkButton to="/upload">Import a file</LinkButton>
            <LinkButton to="/products" search={{ product: 'new' }} variant="default">
              Create one by hand
            </LinkButton>
          </>
        )
      }
    >
      {mayWrite
        ? 'Products come from a file with a column for the SKU and one for the name. You see what it would do before anything changes.'
        : 'Once an editor has imported a file, its products are here.'}
    </EmptyState>
  )
}
