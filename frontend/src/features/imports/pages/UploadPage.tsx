import { Button } from '@mantine/core'

import { PageHeader } from '@/components/PageHeader'
import { Problem } from '@/components/Problem'
import { ReadOnly } from '@/components/ReadOnly'
import type { ApiError } from '@/lib/api/error'
import { formatPercent } from '@/lib/format'
import { useMay } from '@/lib/session'

import { DropZone } from '../components/DropZone'
import { EarlierImports } from '../components/EarlierImports'
import { percentOf, TransferCard } from '../components/TransferCard'
import { UnfinishedUploads } from '../components/UnfinishedUploads'
import { dismissFailure, type Transfer } from '../transfer/transfer'
import { useStartUpload } from '../transfer/useStartUpload'
import { useTransfer } from '../transfer/useTransfer'
import classes from '@/components/Page.module.css'

interface UploadPageProps {
  page: number
  onPage: (page: number) => void
}

export function UploadPage(props: UploadPageProps) {
  return useMay('import') ? <StartPage {...props} /> : <LookPage {...props} />
}

/** What was imported, for those who only look. */
function LookPage(props: UploadPageProps) {
  return (
    <div className={classes.page}>
      <PageHeader title="Imports" tab="Imports">
        What went in, and what came of every row.
      </PageHeader>
      <ReadOnly>Your role looks, and does not import. Ask an admin of this installation if you should.</ReadOnly>
      <EarlierImports {...props} />
    </div>
  )
}

function StartPage({ page, onPage }: UploadPageProps) {
  const transfer = useTransfer()
  const start = useStartUpload()
  return (
    <div className={classes.page}>
      <PageHeader title="Import products" tab={tabOf(transfer)}>
        A file goes in, products come out. Nothing changes before you say so.
      </PageHeader>
      {transfer.state === 'failed' && (
        <Problem error={transfer.error} title={`${transfer.file.name} was not taken.`}>
          {isWorthRepeating(transfer.error) && (
            <Button size="xs" variant="default" onClick={() => start(transfer.file)}>
              Upload it again
            </Button>
          )}
          <Button size="xs" variant="subtle" color="gray" onClick={dismissFailure}>
            Dismiss
          </Button>
        </Problem>
      )}
      {transfer.state === 'idle' || transfer.state === 'failed' ? (
        <>
          <UnfinishedUploads onFile={start} />
          <DropZone onFile={start} />
        </>
      ) : (
        <TransferCard transfer={transfer} />
      )}
      <EarlierImports page={page} onPage={onPage} />
    </div>
  )
}

function tabOf(transfer: Transfer): string {
  if (transfer.state === 'failed') return `Not taken · ${transfer.file.name}`
  if (transfer.state === 'idle') return 'Import'
  return `${transfer.state === 'paused' ? 'Paused at ' : ''}${formatPercent(percentOf(transfer))} up · ${transfer.file.name}`
}

/** The same file is refused again for what is in it, but not for a connection that broke or a server that was busy. */
function isWorthRepeating({ status, code }: ApiError): boolean {
  return code === 'transfer_broken' || status >= 500
}
