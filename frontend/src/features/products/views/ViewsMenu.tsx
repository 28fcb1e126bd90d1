import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconBookmark, IconChevronDown, IconPackage, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'

import { IN_PLACE } from '@/components/menu'
import { useMay } from '@/lib/session'

import { useSaveView, type View } from '../api/views'
import type { ProductsSearch } from '../search'
import classes from './ViewsMenu.module.css'
import { isModified, keptSearch, openedView } from './viewSearch'

const dialogs = () => import('./dialogs')
const DeleteView = lazy(async () => ({ default: (await dialogs()).DeleteView }))
const NameView = lazy(async () => ({ default: (await dialogs()).NameView }))

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
  const [asking, setAsking] = useState<'save' | 'rename' | 'delete'>()
  const save = useSaveView()
  const mayWrite = useMay('write')
  const modified = view !== undefined && isModified(view, search, columns)
  const content = { search: keptSearch(search), columns }
  const close = () => setAsking(undefined)
  const opened = (saved: View) => {
    close()
    onColumnsSaved()
    onSearch(openedView(saved))
  }
  return (
    <>
      <Menu {...IN_PLACE} position="bottom-start" width={260} shadow="md">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />} className={classes.open}>
            {view?.name ?? (search.trashed ? 'Trash' : 'All products')}
            {modified && <span className={classes.changed}>changed</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.menu}>
          <Menu.Item leftSection={<IconPackage size={16} aria-hidden />} renderRoot={(props) => <Link to="/products" {...props} />}>
            All products
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} renderRoot={(props) => <Link to="/products" search={{ trashed: 'only', sort: '-deleted_at' }} {...props} />}>
            Trash
          </Menu.Item>
          <SavedViews views={views} />
          {mayWrite && (
            <>
              <Menu.Divider />
              {view && modified && (
                <Menu.Item onClick={() => save.mutate({ id: view.id, name: view.name, ...content }, { onSuccess: opened })}>Save the changes to {view.name}</Menu.Item>
              )}
              <Menu.Item onClick={() => setAsking('save')}>Save this list…</Menu.Item>
              {view && <Menu.Item onClick={() => setAsking('rename')}>Rename {view.name}…</Menu.Item>}
              {view && (
                <Menu.Item className={classes.danger} onClick={() => setAsking('delete')}>
                  Delete {view.name}…
                </Menu.Item>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {asking === 'save' && <NameView title="Save this list" name="" content={content} onSaved={opened} onClose={close} />}
        {asking === 'rename' && view && (
          <NameView title="Rename the list" name={view.name} content={{ id: view.id, search: view.search, columns: view.columns }} onSaved={close} onClose={close} />
        )}
        {asking === 'delete' && view && (
          <DeleteView
            view={view}
            onClose={close}
            onDeleted={() => {
              close()
              onSearch({ ...search, view: undefined })
            }}
          />
        )}
      </Suspense>
    </>
  )
}

function SavedViews({ views }: { views: View[] }) {
  if (views.length === 0) return null
  return (
    <div role="group" aria-label="Saved lists">
      <Menu.Label aria-hidden>Saved lists</Menu.Label>
      {views.map((one) => (
        <Menu.Item key={one.id} leftSection={<IconBookmark size={16} aria-hidden />} renderRoot={(props) => <Link to="/products" search={openedView(one)} {...props} />}>
          {one.name}
        </Menu.Item>
      ))}
    </div>
  )
}
