import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'

import { RelativeTime } from '@/components/RelativeTime'
import { UnsavedGuard } from '@/components/UnsavedGuard'

import type { TaggedProduct } from '../api/types'
import { useUpdateProduct } from '../api/updateProduct'
import { type Draft, draftOf, isChanged, patchOf, problemsIn } from '../form/draft'
import { Conflict } from './Conflict'
import { DeleteProduct } from './DeleteProduct'
import { FormProblem } from './FormProblem'
import { History } from './History'
import classes from './ProductDrawer.module.css'
import { ProductFields } from './ProductFields'
import { conflictOf, fieldProblemsOf } from './saveProblems'

interface EditProductProps {
  tagged: TaggedProduct
  onDeleted: () => void
}

/** Every field can be changed at once; saving names the version that was read, so that nobody's change is overrun. */
export function EditProduct({ tagged, onDeleted }: EditProductProps) {
  const { data: product, etag } = tagged
  const [draft, setDraft] = useState(() => draftOf(product))
  const update = useUpdateProduct(product.id)
  const changed = isChanged(product, draft)
  const own = changed ? problemsIn(draft) : []
  const conflict = conflictOf(update.error)

  // Only what was edited here is sent, so that what somebody else has changed beside it stays.
  const save = (onto: string | null) =>
    update.mutate({ patch: patchOf(product, draft), etag: onto }, { onSuccess: ({ data }) => setDraft(draftOf(data)) })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (changed && problemsIn(draft).length === 0) save(etag)
  }
  const edit = (next: Draft) => {
    setDraft(next)
    if (update.isError && !conflict) update.reset()
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.body}>
        <FormProblem error={update.error} />
        {conflict && (
          <Conflict
            product={product}
            current={conflict.current}
            draft={draft}
            onKeepMine={() => save(conflict.etag)}
            onTakeTheirs={() => {
              setDraft(draftOf(conflict.current))
              update.reset()
            }}
          />
        )}
        <ProductFields draft={draft} problems={[...own, ...fieldProblemsOf(update.error)]} onDraft={edit} />
        <dl className={classes.meta}>
          <dt>Created</dt>
          <dd>
            <RelativeTime at={product.created_at} />
          </dd>
          <dt>Changed</dt>
          <dd>
            <RelativeTime at={product.updated_at} />
          </dd>
        </dl>
        <History tagged={tagged} locked={changed} onPutBack={(current) => setDraft(draftOf(current))} />
      </div>
      <div className={classes.footer}>
        <Button type="submit" disabled={!changed} loading={update.isPending}>
          Save changes
        </Button>
        {!changed && update.isSuccess && (
          <span className={classes.saved} role="status">
            <IconCheck size={16} aria-hidden /> Saved
          </span>
        )}
        {changed && (
          <Button variant="default" onClick={() => setDraft(draftOf(product))}>
            Discard
          </Button>
        )}
        <span className={classes.push} />
        <DeleteProduct product={product} onDeleted={onDeleted} />
      </div>
      <UnsavedGuard active={changed} />
    </form>
  )
}
