import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { Question } from '@/components/Question'

import { useDeleteProduct } from '../api/deleteProduct'
import type { Product } from '../api/types'
import { UndoDelete } from './UndoDelete'

interface DeleteProductProps {
  product: Product
  onDeleted: () => void
}

export function DeleteProduct({ product, onDeleted }: DeleteProductProps) {
  const [asking, setAsking] = useState(false)
  const remove = useDeleteProduct()
  const confirm = () =>
    remove.mutate(product.id, {
      onSuccess: () => {
        tell(product)
        onDeleted()
      },
    })
  return (
    <>
      <Button variant="subtle" color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking(true)}>
        Delete
      </Button>
      {asking && (
        <Question
          title={`Delete ${product.sku}?`}
          no="Keep it"
          onNo={() => setAsking(false)}
          yes="Delete product"
          onYes={confirm}
          busy={remove.isPending}
        >
          <p>“{product.name}” moves to the trash and is no longer listed. Its SKU becomes free for a new product.</p>
          {remove.error && <Problem error={remove.error} title="It was not deleted." />}
        </Question>
      )}
    </>
  )
}

function tell({ id, sku }: Product): void {
  const notice = `deleted-${id}`
  notifications.show({
    id: notice,
    message: <UndoDelete id={id} sku={sku} onDone={() => notifications.hide(notice)} />,
    autoClose: 10_000,
  })
}
