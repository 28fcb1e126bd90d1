import { Button, Progress } from '@mantine/core'
import { IconFileText, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'

import { LiveMessage } from '@/components/LiveMessage'
import { formatBytes, formatPercent, formatTimeLeft } from '@/lib/format'

import { cancelTransfer, pauseTransfer, resumeTransfer, type Transfer } from '../transfer/transfer'
import { FirstRows } from './FirstRows'
import classes from './TransferCard.module.css'

type Busy = Extract<Transfer, { state: 'sending' | 'paused' | 'checking' }>

const WORDS: Record<Busy['state'], string> = { sending: 'Uploading', paused: 'Paused', checking: 'Looking into the file' }

/** A file on its way up: how far, how fast, how long still; paused and gone on with, or given up. */
export function TransferCard({ transfer }: { transfer: Busy }) {
  const { file, state } = transfer
  const percent = percentOf(transfer)
  return (
    <section className={classes.card} aria-label="Upload">
      <span className={classes.icon}>
        <IconFileText size={22} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.words}>
        <p className={classes.name}>{file.name}</p>
        <p className={classes.state}>{WORDS[state]}</p>
      </div>
      <div className={classes.buttons}>
        {state === 'paused' ? (
          <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={resumeTransfer}>
            Go on
          </Button>
        ) : (
          <Button variant="default" leftSection={<IconPlayerPause size={16} aria-hidden />} disabled={state === 'checking'} onClick={pauseTransfer}>
            Pause
          </Button>
        )}
        <Button variant="default" onClick={() => void cancelTransfer()}>
          Cancel upload
        </Button>
      </div>
      <div className={classes.bar}>
        <Progress value={percent} size={8} aria-label={`Upload of ${file.name}`} transitionDuration={140} animated={state === 'checking'} />
      </div>
      <p className={classes.facts}>
        <span>
          {formatPercent(percent)} · {state !== 'checking' && `${formatBytes(transfer.loaded)} of `}
          {formatBytes(file.size)}
          {state !== 'checking' && transfer.resumedFrom > 0 && ` · went on from ${formatBytes(transfer.resumedFrom)}`}
        </span>
        <span>{paceOf(transfer)}</span>
      </p>
      <p className={classes.safe}>You may go on to other pages. If this tab is closed, the upload pauses: choose the same file again, and it goes on from there.</p>
      <FirstRows key={`${file.name}-${file.lastModified}`} file={file} />
      <LiveMessage message={`${WORDS[state]} ${file.name}, ${formatPercent(percent)}`} />
    </section>
  )
}

export function percentOf(transfer: Busy): number {
  return transfer.state === 'checking' ? 100 : (transfer.loaded / Math.max(1, transfer.file.size)) * 100
}

function paceOf(transfer: Busy): string {
  if (transfer.state === 'checking') return 'All bytes are in'
  if (transfer.state === 'paused') return 'Nothing is sent until you go on'
  const { bytesPerSecond, secondsLeft } = transfer
  if (bytesPerSecond === undefined || secondsLeft === undefined) return 'Measuring the speed'
  return `${formatBytes(Math.round(bytesPerSecond))}/s · ${formatTimeLeft(secondsLeft)} left`
}
