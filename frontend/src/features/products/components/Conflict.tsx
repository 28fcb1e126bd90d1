import { Button } from '@mantine/core'

import { Caution } from '@/components/Caution'

import type { Product } from '../api/types'
import { type Draft, draftOf } from '../form/draft'
import classes from './Conflict.module.css'
import { fieldLabel } from './fieldLabels'

interface ConflictProps {
  product: Product
  current: Product
  draft: Draft
  onKeepMine: () => void
  onTakeTheirs: () => void
}

const FIELDS = ['sku', 'name', 'price', 'active', 'description', 'attributes'] as const

/** Somebody changed the product while it was being edited: what differs, and the two ways out. */
export function Conflict({ product, current, draft, onKeepMine, onTakeTheirs }: ConflictProps) {
  const before = draftOf(product)
  const now = draftOf(current)
  const theirs = FIELDS.filter((field) => textOf(before[field]) !== textOf(now[field]))
  return (
    <Caution>
      <div role="alert" className={classes.conflict}>
        <strong>This product was changed while you were editing it.</strong>
        <ul>
          {theirs.map((field) => (
            <li key={field}>
              {fieldLabel(field)} is now <b>{textOf(now[field]) || 'blank'}</b>
              {textOf(draft[field]) !== textOf(before[field]) && (
                <>
                  ; you wrote <b>{textOf(draft[field]) || 'nothing'}</b>
                </>
              )}
            </li>
          ))}
        </ul>
        <div className={classes.answers}>
          <Button size="xs" onClick={onKeepMine}>
            Save my changes over it
          </Button>
          <Button size="xs" variant="default" onClick={onTakeTheirs}>
            Drop mine
          </Button>
        </div>
      </div>
    </Caution>
  )
}

function textOf(value: Draft[keyof Draft]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  return value.map(({ name, value: text }) => `${name}: ${text}`).join(', ')
}
