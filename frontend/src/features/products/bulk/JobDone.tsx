import { Button } from '@mantine/core'

import { useUndoJob } from '../api/bulk'
import classes from '../components/UndoDelete.module.css'

interface JobDoneProps {
  jobId: string
  words: string
  undoable: boolean
  onUndo: (undoId: string) => void
}

/** Inside the toast after a change of many products: what it came to, and the way back. */
export function JobDone({ jobId, words, undoable, onUndo }: JobDoneProps) {
  const undo = useUndoJob()
  return (
    <span className={classes.undo}>
      {undo.error ? undo.error.message : words}
      {undoable && (
        <Button size="compact-sm" variant="subtle" loading={undo.isPending} onClick={() => undo.mutate(jobId, { onSuccess: ({ id }) => onUndo(id) })}>
          Undo
        </Button>
      )}
    </span>
  )
}
