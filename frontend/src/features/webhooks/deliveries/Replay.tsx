import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconRefresh } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'

import { DIALOG } from '@/components/dialog'
import { Problem } from '@/components/Problem'
import { RadioCards } from '@/components/RadioCards'
import { plural } from '@/lib/format'

import { useReplay } from '../api/deliveries'
import classes from './Replay.module.css'

type What = 'failed' | 'since' | 'import'

const CHOICES: { value: What; title: string; words: string }[] = [
  { value: 'failed', title: 'All that failed', words: 'Each delivery that failed is sent again, with all its tries before it.' },
  { value: 'since', title: 'Everything since a time', words: 'Every event since then, also what had arrived: each under the id that it had.' },
  { value: 'import', title: 'One import', words: 'Every event of this import, in the mode of this webhook.' },
]

interface ReplayProps {
  webhookId: string
  /** File names of the newest imports by their id. */
  imports: ReadonlyMap<string, string>
}

/** Sends again what a receiver has missed. */
export function Replay(props: ReplayProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" size="xs" leftSection={<IconRefresh size={15} aria-hidden />} onClick={() => setOpen(true)}>
        Replay…
      </Button>
      {open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function Dialog({ webhookId, imports, onClose }: ReplayProps & { onClose: () => void }) {
  const [what, setWhat] = useState<What>('failed')
  const [since, setSince] = useState('')
  const [importId, setImportId] = useState([...imports.keys()][0] ?? '')
  const replay = useReplay(webhookId)
  const lacking = (what === 'since' && Number.isNaN(Date.parse(since))) || (what === 'import' && importId === '')

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (lacking) return
    const body = what === 'failed' ? {} : what === 'since' ? { since: new Date(since).toISOString() } : { import_id: importId }
    replay.mutate(body, {
      onSuccess: ({ deliveries }) => {
        notifications.show({ message: doneInWords(deliveries) })
        onClose()
      },
    })
  }
  return (
    <Modal opened onClose={onClose} title="What is to be sent again?" classNames={DIALOG} centered lockScroll={false} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <RadioCards label="What is to be sent again" options={CHOICES} value={what} onValue={setWhat} />
        {what === 'since' && <TextInput type="datetime-local" label="Since" value={since} onChange={(event) => setSince(event.currentTarget.value)} />}
        {what === 'import' &&
          (imports.size === 0 ? (
            <p>Nothing was imported yet.</p>
          ) : (
            <NativeSelect
              label="Import"
              data={[...imports].map(([value, label]) => ({ value, label }))}
              value={importId}
              onChange={(event) => setImportId(event.currentTarget.value)}
            />
          ))}
        {replay.error && <Problem error={replay.error} title="Nothing is sent again." />}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={lacking} loading={replay.isPending}>
            Send again
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function doneInWords(deliveries: number | null | undefined): string {
  if (deliveries == null) return 'These events are being sent again.'
  return deliveries === 0 ? 'Nothing has failed, so nothing is sent again.' : `${plural(deliveries, 'delivery is', 'deliveries are')} sent again.`
}
