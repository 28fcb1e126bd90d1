import { Button } from '@mantine/core'

import { useRestoreProduct } from '../api/restoreProduct'
import classes from './UndoDelete.module.css'

/** Inside the toast after a deletion: says what happened and takes it back. */
export function UndoDelete({ id, sku, onDone }: { id: number; sku: string; onDone: () => void }) {
  const restore = useRestoreProduct()
  return (
    <span className={classes.undo}>
      {restore.error ? restore.error.message : `${sku} was deleted.`}
      <Button size="compact-sm" variant="subtle" loading={restore.isPending} onClick={() => restore.mutate(id, { onSuccess: onDone })}>
        Undo
      </Button>
    </span>
  )
}
