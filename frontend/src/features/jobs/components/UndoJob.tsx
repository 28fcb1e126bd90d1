import { Button, Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { plural } from '@/lib/format'
import { useMay } from '@/lib/session'

import type { Job } from '../api/job'
import { jobUndoQuery, useUndoJob } from '../api/undoJob'
import classes from './CancelJob.module.css'

interface UndoJobProps {
  job: Pick<Job, 'id'>
  title: string
}

/** Says how much would be taken back and how much stays, before anything moves; nothing for those who only look. */
export function UndoJob(props: UndoJobProps) {
  return useMay('write') ? <Undo {...props} /> : null
}

function Undo({ job, title }: UndoJobProps) {
  const [open, setOpen] = useState(false)
  const undo = useUndoJob(job.id)
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={320} trapFocus withArrow shadow="md">
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          aria-label={`Undo: ${title}`}
          disabled={undo.isSuccess}
          onClick={() => setOpen(true)}
        >
          Undo
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.question}>
          <Consequence id={job.id} />
          {undo.error && <Problem error={undo.error} title="It was not undone." />}
          <div className={classes.answers}>
            <Button size="xs" variant="default" onClick={() => setOpen(false)}>
              Keep everything
            </Button>
            <Button size="xs" color="red" loading={undo.isPending} onClick={() => undo.mutate(undefined, { onSuccess: () => setOpen(false) })}>
              Undo it
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Consequence({ id }: { id: string }) {
  const { data: preview, error, refetch } = useQuery(jobUndoQuery(id))
  if (error) return <Problem error={error} retry={refetch} title="What an undo would do could not be found out." />
  if (!preview) return <p>Looking at what would be taken back…</p>
  if (!preview.possible) return <p>{preview.reason}</p>
  const taken = preview.created + preview.updated + preview.returned
  return (
    <p>
      It takes back {plural(taken, 'product')}.
      {preview.kept > 0 && ` ${plural(preview.kept, 'product')} that somebody changed since ${preview.kept === 1 ? 'stays as it is' : 'stay as they are'}.`}
    </p>
  )
}
