import { ActionIcon, Button, Checkbox, Popover, Switch, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { fieldLabel } from '../components/fieldLabels'
import { TOOL } from '../components/toolButton'
import classes from './ColumnsMenu.module.css'
import { FIXED, type Layout, moved, toggled } from './layout'

const SEARCHED_FROM = 8

interface ColumnsMenuProps {
  layout: Layout
  attributeNames: string[]
  /** The hosts that pictures would be asked of; undefined where no column holds any. */
  pictureHosts: string | undefined
  picturesAllowed: boolean
  onLayout: (part: Partial<Layout>) => void
  onReset: () => void
  onAllowPictures: (allowed: boolean) => void
}

/** Which columns the grid has and in which order; remembered by this browser. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={320} trapFocus shadow="md" offset={6}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />} onClick={() => setOpen(!open)} classNames={TOOL}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>{open && <Chooser {...props} />}</Popover.Dropdown>
    </Popover>
  )
}

function Chooser({ layout, attributeNames, pictureHosts, picturesAllowed, onLayout, onReset, onAllowPictures }: ColumnsMenuProps) {
  const [text, setText] = useState('')
  const shown = useId()
  const lists = useRef<HTMLDivElement>(null)
  const { columns } = layout
  const fits = (name: string) => fieldLabel(name).toLowerCase().includes(text.trim().toLowerCase())
  const attributes = attributeNames.map((name) => `attributes.${name}`)
  const hidden = [...FIXED, ...attributes].filter((name) => !columns.includes(name) && fits(name))
  // A column goes over to the other list, and the keyboard with it.
  const toggle = (name: string) => {
    flushSync(() => onLayout({ columns: toggled(columns, name) }))
    lists.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(name)}"] input`)?.focus()
  }
  const move = (name: string, steps: number, button: HTMLElement) => {
    flushSync(() => onLayout({ columns: moved(columns, name, steps) }))
    button.focus()
  }
  return (
    <div className={classes.chooser}>
      {FIXED.length + attributes.length > SEARCHED_FROM && (
        <TextInput size="xs" aria-label="Find a column" placeholder="Find a column" value={text} onChange={(event) => setText(event.currentTarget.value)} className={classes.find} />
      )}
      <div ref={lists} className={classes.lists}>
        <p id={shown} className={classes.title}>
          Shown, from left to right
        </p>
        <ul aria-labelledby={shown}>
          <li className={classes.row}>
            <Checkbox size="xs" label="SKU" checked disabled readOnly />
          </li>
          {columns.filter(fits).map((name) => (
            <li key={name} data-column={name} className={classes.row}>
              <Checkbox size="xs" label={fieldLabel(name)} checked onChange={() => toggle(name)} className={classes.name} />
              <ActionIcon size={24} variant="subtle" color="gray" aria-label={`Move ${fieldLabel(name)} to the left`} onClick={(event) => move(name, -1, event.currentTarget)}>
                <IconArrowUp size={15} aria-hidden />
              </ActionIcon>
              <ActionIcon size={24} variant="subtle" color="gray" aria-label={`Move ${fieldLabel(name)} to the right`} onClick={(event) => move(name, 1, event.currentTarget)}>
                <IconArrowDown size={15} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        {hidden.length > 0 && <p className={classes.title}>Not shown</p>}
        <ul aria-label="Not shown">
          {hidden.map((name) => (
            <li key={name} data-column={name} className={classes.row}>
              <Checkbox size="xs" label={fieldLabel(name)} checked={false} onChange={() => toggle(name)} className={classes.name} />
            </li>
          ))}
        </ul>
      </div>
      {pictureHosts !== undefined && (
        <div className={classes.pictures}>
          <Switch
            size="xs"
            label="Show pictures"
            description={`Their addresses are requested from ${pictureHosts}, which will see that somebody here looks at them. Only in this browser.`}
            checked={picturesAllowed}
            onChange={(event) => onAllowPictures(event.currentTarget.checked)}
          />
        </div>
      )}
      <div className={classes.foot}>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onReset}>
          Reset the columns
        </Button>
      </div>
    </div>
  )
}
