import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconFileOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { NotAllowed } from '@/components/NotAllowed'
import { PageHeader } from '@/components/PageHeader'
import { Problem } from '@/components/Problem'
import { isNotFound } from '@/lib/api/error'
import { useMay } from '@/lib/session'

import { uploadQuery } from '../api/getUpload'
import { UploadSteps } from '../components/UploadSteps'
import { UploadContext } from '../draft/uploadContext'
import classes from '@/components/Page.module.css'

/** The frame of every step between a file and its import: the file's name, the steps, and the step's own page. */
export function UploadLayout({ uploadId, children }: { uploadId: string; children: ReactNode }) {
  const { data: upload, error, refetch } = useQuery(uploadQuery(uploadId))
  const mayImport = useMay('import')
  if (isNotFound(error)) return <NoSuchUpload />
  if (!mayImport) return <NotYours />
  return (
    <div className={classes.page}>
      <PageHeader title={upload?.filename ?? 'Ready?'} tab={upload ? `Ready? · ${upload.filename}` : 'Ready?'}>
        Nothing has been imported yet. Look it over, then start.
      </PageHeader>
      <UploadSteps uploadId={uploadId} />
      {error && <Problem error={error} retry={refetch} />}
      {upload && <UploadContext value={upload}>{children}</UploadContext>}
      {!upload && !error && <Skeleton height={420} radius="lg" />}
    </div>
  )
}

function NotYours() {
  return (
    <div className={classes.page}>
      <PageHeader title="A file to import" tab="A file to import" />
      <NotAllowed title="Your role looks, and does not import">An editor can say where its columns go and import it. What came of earlier imports is under Import.</NotAllowed>
    </div>
  )
}

function NoSuchUpload() {
  return (
    <div className={classes.page}>
      <PageHeader title="This file is gone" tab="File gone" />
      <Card>
        <EmptyState icon={IconFileOff} title="There is no such upload" actions={<LinkButton to="/upload">Upload the file again</LinkButton>}>
          Files that are not imported are removed after some days.
        </EmptyState>
      </Card>
    </div>
  )
}
