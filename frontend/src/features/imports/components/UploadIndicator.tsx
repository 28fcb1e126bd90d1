import { IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { formatPercent } from '@/lib/format'

import { useTransfer } from '../transfer/useTransfer'
import { percentOf } from './TransferCard'
import classes from './UploadIndicator.module.css'

/** In the top bar while a file goes up and another page is shown. */
export function UploadIndicator() {
  const transfer = useTransfer()
  if (transfer.state === 'idle' || transfer.state === 'failed') return null
  return (
    <Link to="/upload" className={classes.indicator} title={`Uploading ${transfer.file.name}`}>
      <IconUpload size={16} aria-hidden />
      <span className={classes.word}>{transfer.state === 'paused' ? 'Paused at ' : 'Uploading '}</span>
      {formatPercent(percentOf(transfer))}
    </Link>
  )
}
