import { Button, Progress } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useEffect } from 'react'

import { LiveMessage } from '@/components/LiveMessage'
import { formatBytes, formatPercent, formatTimeLeft } from '@/lib/format'

import { cancelTransfer, type Transfer } from '../transfer/transfer'
import classes from './TransferCard.module.css'

type Busy = Extract<Transfer, { state: 'sending' | 'checking' }>

/** A file on its way up: how far, how fast, how long still, and a way out. */
export function TransferCard({ transfer }: { transfer: Busy }) {
  useLeaveWarning()
  const percent = percentOf(transfer)
  return (
    <section className={classes.card} aria-label="Upload">
      <span className={classes.icon}>
        <IconFileText size={22} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.words}>
        <p className={classes.name}>{transfer.file.name}</p>
        <p className={classes.state}>{transfer.state === 'sending' ? 'Uploading' : 'Looking into the file'}</p>
      </div>
      <Button variant="default" size="sm" onClick={cancelTransfer}>
        Cancel upload
      </Button>
      <div className={classes.bar}>
        <Progress value={percent} size={8} aria-label={`Upload of ${transfer.file.name}`} transitionDuration={140} animated={transfer.state === 'checking'} />
      </div>
      <p className={classes.facts}>
        <span>
          {formatPercent(percent)} · {transfer.state === 'sending' && `${formatBytes(transfer.loaded)} of `}
          {formatBytes(transfer.file.size)}
        </span>
        <span>{paceOf(transfer)}</span>
      </p>
      <LiveMessage message={`Uploading ${transfer.file.name}, ${formatPercent(percent)}`} />
    </section>
  )
}

export function percentOf(transfer: Busy): number {
  return transfer.state === 'checking' ? 100 : (transfer.loaded / Math.max(1, transfer.file.size)) * 100
}

function paceOf(transfer: Busy): string {
  if (transfer.state === 'checking') return 'All bytes are in'
  const { bytesPerSecond, secondsLeft } = transfer
  if (bytesPerSecond === undefined || secondsLeft === undefined) return 'Measuring the speed'
  return `${formatBytes(Math.round(bytesPerSecond))}/s · ${formatTimeLeft(secondsLeft)} left`
}

/** Until the bytes are in, closing the tab loses them; the browser asks first. */
function useLeaveWarning(): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
}
