import { Button, Popover } from '@mantine/core'
import { useState } from 'react'

import { Problem } from '@/components/Problem'
import { useMay } from '@/lib/session'

import { useCancelJob } from '../api/cancelJob'
import type { Job } from '../api/job'
import classes from './CancelJob.module.css'

interface CancelJobProps {
  job: Pick<Job, 'id' | 'cancel_requested'>
  /** What cancelling leaves behind, in a sentence. */
  consequence: string
  size?: 'xs' | 'sm'
}

/** Says what cancelling leaves behind before it is done; nothing for those who only look. */
export function CancelJob(props: CancelJobProps) {
  return useMay('write') ? <Cancel {...props} /> : null
}

function Cancel({ job, consequence, size = 'sm' }: CancelJobProps) {
  const [open, setOpen] = useState(false)
  const cancel = useCancelJob()
  const waiting = job.cancel_requested || cancel.isSuccess
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus withArrow shadow="md">
      <Popover.Target>
        <Button variant="default" size={size} disabled={waiting} onClick={() => setOpen(true)}>
          {waiting ? 'Cancelling…' : 'Cancel'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.question}>
          <p>{consequence}</p>
          {cancel.error && <Problem error={cancel.error} />}
          <div className={classes.answers}>
            <Button size="xs" variant="default" onClick={() => setOpen(false)}>
              Keep going
            </Button>
            <Button size="xs" color="red" loading={cancel.isPending} onClick={() => cancel.mutate(job.id, { onSuccess: () => setOpen(false) })}>
              Cancel it
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
