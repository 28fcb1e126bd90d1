import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

import { IN_PLACE } from '@/components/menu'
import { plural } from '@/lib/format'

import { exportAddress } from '../api/query'
import type { ProductsSearch } from '../search'
import classes from './ExportMenu.module.css'
import { TOOL } from './toolButton'

/** The rows of a worksheet, less its header. */
const WORKBOOK_ROWS = 1_048_575

interface ExportMenuProps {
  search: ProductsSearch
  total: number
  exact: boolean
}

/** What the list finds, as a file: all its pages, with every field and attribute. */
export function ExportMenu({ search, total, exact }: ExportMenuProps) {
  const what = `${exact ? 'All' : 'All of about'} ${plural(total, 'product')} in this list, with every field`
  const tooMany = total > WORKBOOK_ROWS
  return (
    <Menu {...IN_PLACE} position="bottom-end" width={300} shadow="md">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} classNames={TOOL} disabled={total === 0}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div role="group" aria-label={what}>
          <Menu.Label aria-hidden>{what}</Menu.Label>
          <Menu.Item component="a" href={exportAddress(search, 'csv')} download>
            <Format name="CSV" use="Imports back without a change" />
          </Menu.Item>
          <Menu.Item component="a" href={exportAddress(search, 'jsonl')} download>
            <Format name="JSON Lines" use="For programs" />
          </Menu.Item>
          {tooMany ? (
            <Menu.Item disabled>
              <Format name="Excel workbook" use={`Holds ${plural(WORKBOOK_ROWS, 'product')} at most: narrow the list first`} />
            </Menu.Item>
          ) : (
            <Menu.Item component="a" href={exportAddress(search, 'xlsx')} download>
              <Format name="Excel workbook" use="To edit by hand: 00123 stays 00123" />
            </Menu.Item>
          )}
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}

function Format({ name, use }: { name: string; use: string }) {
  return (
    <span className={classes.format}>
      <span>{name}</span>
      <span className={classes.use}>{use}</span>
    </span>
  )
}
