import { Kbd, Modal, UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'

import classes from './SearchEverywhere.module.css'

const SearchPanel = lazy(() => import('./SearchPanel').then(({ SearchPanel: panel }) => ({ default: panel })))

const KEYS = /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'

/** One place to go anywhere from: products, recent imports, pages. `Ctrl K` or `⌘ K` opens it, also from within a field. */
export function SearchEverywhere() {
  const [open, setOpen] = useState(false)
  useHotkeys([['mod+K', () => setOpen(true)]], [])
  const close = () => setOpen(false)
  return (
    <>
      <UnstyledButton className={classes.open} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.word}>Search</span>
        <Kbd className={classes.keys} aria-hidden>
          {KEYS}
        </Kbd>
      </UnstyledButton>
      {open && (
        <Modal.Root opened onClose={close} yOffset="12vh" lockScroll={false} classNames={{ content: classes.content }}>
          <Modal.Overlay backgroundOpacity={0.28} />
          <Modal.Content aria-label="Search everywhere">
            <Suspense fallback={<p className={classes.loading}>Opening the search</p>}>
              <SearchPanel onLeave={close} />
            </Suspense>
          </Modal.Content>
        </Modal.Root>
      )}
    </>
  )
}
