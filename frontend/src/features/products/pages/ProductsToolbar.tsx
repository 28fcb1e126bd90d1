import { IconPlus } from '@tabler/icons-react'

import { LinkButton } from '@/components/LinkButton'
import { useMay } from '@/lib/session'

import type { View } from '../api/views'
import { ColumnsMenu } from '../columns/ColumnsMenu'
import type { Layout } from '../columns/layout'
import type { usePictures } from '../columns/usePictures'
import { ExportMenu } from '../components/ExportMenu'
import { SearchBox } from '../components/SearchBox'
import { SortChoice } from '../components/SortChoice'
import { TOOL } from '../components/toolButton'
import { Filters } from '../filters/Filters'
import { filtered } from '../search'
import { ViewsMenu } from '../views/ViewsMenu'
import type { ProductsPageProps } from './ProductsPage'
import classes from './ProductsPage.module.css'
import { useNarrow } from './useNarrow'

interface ProductsToolbarProps extends ProductsPageProps {
  heading: string
  total: number
  exact: boolean
  attributeNames: string[]
  views: View[]
  view: View | undefined
  layout: Layout
  onLayout: (part: Partial<Layout>) => void
  onReset: () => void
  pictures: ReturnType<typeof usePictures>
}

/** What chooses the list: view, search and filters; and what is done with it: columns, export, a new product. */
export function ProductsToolbar({ search, onSearch, ...props }: ProductsToolbarProps) {
  const { heading, total, exact, attributeNames, views, view, layout, onLayout, onReset, pictures } = props
  const narrow = useNarrow()
  const mayWrite = useMay('write')
  return (
    <>
      <div className={classes.toolbar}>
        <h1 className={classes.title}>{heading}</h1>
        <ViewsMenu views={views} view={view} search={search} columns={layout.columns} onSearch={onSearch} onColumnsSaved={onReset} />
        <SearchBox className={classes.search} value={search.q ?? ''} onSearch={(q) => onSearch(filtered(search, { q }), { replace: true })} />
        <div className={classes.tools}>
          <ColumnsMenu
            layout={layout}
            attributeNames={attributeNames}
            pictureHosts={pictures.hosts}
            picturesAllowed={pictures.allowed}
            onLayout={onLayout}
            onReset={onReset}
            onAllowPictures={pictures.allow}
          />
          <ExportMenu search={search} total={total} exact={exact} />
          {mayWrite && (
            <LinkButton to="/products" search={{ ...search, product: 'new' }} leftSection={<IconPlus size={16} aria-hidden />} classNames={narrow ? TOOL : undefined}>
              New product
            </LinkButton>
          )}
        </div>
      </div>
      <div className={classes.filters}>
        <Filters search={search} attributeNames={attributeNames} onSearch={onSearch} />
        {narrow && <SortChoice search={search} onSearch={onSearch} />}
      </div>
    </>
  )
}
