import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type SubmitEvent, useState } from 'react'

import { UnsavedGuard } from '@/components/UnsavedGuard'

import { useCreateProduct } from '../api/createProduct'
import { createOf, EMPTY_DRAFT, isChanged, problemsIn } from '../form/draft'
import { FormProblem } from './FormProblem'
import classes from './ProductDrawer.module.css'
import { ProductFields } from './ProductFields'
import { fieldProblemsOf } from './saveProblems'

interface NewProductProps {
  onClose: () => void
  onDone: () => void
}

export function NewProduct({ onClose, onDone }: NewProductProps) {
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [tried, setTried] = useState(false)
  const create = useCreateProduct()
  const own = tried ? problemsIn(draft) : []

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (problemsIn(draft).length > 0) return
    create.mutate(createOf(draft), {
      onSuccess: ({ sku }) => {
        notifications.show({ message: `${sku} was created.` })
        onDone()
      },
    })
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.body}>
        <FormProblem error={create.error} />
        <ProductFields focusFirst draft={draft} problems={[...own, ...fieldProblemsOf(create.error)]} onDraft={setDraft} />
      </div>
      <div className={classes.footer}>
        <Button type="submit" loading={create.isPending}>
          Create product
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <UnsavedGuard active={isChanged(undefined, draft)} />
    </form>
  )
}
