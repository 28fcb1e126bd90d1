import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconBookmark, IconChevronDown, IconPackage, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import { useDeleteView, useSaveView, type View } from '../api/views'
import type { ProductsSearch } from '../search'
import { NameView } from './NameView'
import { isModified, keptSearch, openedView } from './viewSearch'

interface ViewsMenuProps {
  views: View[]
  /** The one that is open. */
  view: View | undefined
  search: ProductsSearch
  columns: string[]
  onSearch: (search: ProductsSearch) => void
  /** What the browser keeps beside the open view is now in the view itself. */
  onColumnsSaved: () => void
}

/** The catalogue, the trash, and the lists that somebody saved to come back to. */
export function ViewsMenu({ views, view, search, columns, onSearch, onColumnsSaved }: ViewsMenuProps) {
  const [naming, setNaming] = useState<'new' | 'name'>()
  const save = useSaveView()
  const remove = useDeleteView()
  const modified = view !== undefined && isModified(view, search, columns)
  const content = { search: keptSearch(search), columns }
  const opened = (saved: View) => {
    onColumnsSaved()
    onSearch(openedView(saved))
  }
  return (
    <>
      <Menu position="bottom-start" width={260} shadow="md">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {view ? `${view.name}${modified ? ' (changed)' : ''}` : search.trashed ? 'Trash' : 'All products'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPackage size={16} aria-hidden />} component={Link} to="/products">
            All products
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} renderRoot={(props) => <Link to="/products" search={{ trashed: 'only', sort: '-deleted_at' }} {...props} />}>
            Trash
          </Menu.Item>
          {views.length > 0 && <Menu.Label>Saved</Menu.Label>}
          {views.map((one) => (
            <Menu.Item key={one.id} leftSection={<IconBookmark size={16} aria-hidden />} renderRoot={(props) => <Link to="/products" search={openedView(one)} {...props} />}>
              {one.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {view && modified && <Menu.Item onClick={() => save.mutate({ id: view.id, name: view.name, ...content }, { onSuccess: opened })}>Save the changes to {view.name}</Menu.Item>}
          <Menu.Item onClick={() => setNaming('new')}>Save this list…</Menu.Item>
          {view && <Menu.Item onClick={() => setNaming('name')}>Rename {view.name}…</Menu.Item>}
          {view && (
            <Menu.Item color="red" onClick={() => remove.mutate(view.id, { onSuccess: () => onSearch({ ...search, view: undefined }) })}>
              Delete {view.name}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming !== undefined && (
        <NameView
          title={naming === 'new' ? 'Save this list' : 'Rename the list'}
          name={naming === 'name' ? (view?.name ?? '') : ''}
          save={save}
          toContent={(name) => (naming === 'name' && view ? { id: view.id, name, search: view.search, columns: view.columns } : { name, ...content })}
          onSaved={(saved) => {
            setNaming(undefined)
            opened(saved)
          }}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  )
}
