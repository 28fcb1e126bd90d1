import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { formatCount, plural } from '@/lib/format'
import { useMay } from '@/lib/session'

import { uploadQuery } from '../api/getUpload'
import { rejectsFileUrl, rejectsQuery } from '../api/listRejects'
import type { Import } from '../api/types'
import { MendedFile } from './MendedFile'
import { reasonOf } from './rejectReasons'
import classes from './Rejects.module.css'
import { RejectTable } from './RejectTable'

interface RejectsProps {
  import: Import
  code: string | undefined
  page: number
  onView: (view: { code: string | undefined; page: number }) => void
}

/** The rows that did not go in, by reason, with what can be done about them. */
export function Rejects({ import: one, code, page, onView }: RejectsProps) {
  const { data, error, refetch, isPlaceholderData } = useQuery(rejectsQuery(one.id, code, page))
  const { data: upload } = useQuery(uploadQuery(one.upload_id))
  return (
    <Card flush title={`${plural(one.counts.rejected, 'row')} did not go in`} aside={<Remedies import={one} />}>
      <Reasons import={one} code={code} onCode={(next) => onView({ code: next, page: 1 })} />
      {error && <Problem error={error} retry={refetch} />}
      {!data && !error && <RowSkeletons rows={Math.min(6, one.counts.rejected)} />}
      {data && <RejectTable rejects={data.items} upload={upload} stale={isPlaceholderData} />}
      {data && <Pager page={data.page ?? 1} pages={data.pages ?? 1} onPage={(next) => onView({ code, page: next })} label="Pages of rejected rows" />}
    </Card>
  )
}

function Remedies({ import: one }: { import: Import }) {
  const mayImport = useMay('import')
  return (
    <div className={classes.remedies}>
      <Button component="a" href={rejectsFileUrl(one.id)} download variant="default" size="xs" leftSection={<IconDownload size={15} aria-hidden />}>
        Download these rows
      </Button>
      {mayImport && <MendedFile />}
    </div>
  )
}

interface ReasonsProps {
  import: Import
  code: string | undefined
  onCode: (code: string | undefined) => void
}

function Reasons({ import: one, code, onCode }: ReasonsProps) {
  const reasons = Object.entries(one.rejects_by_code).toSorted(([, few], [, many]) => many - few)
  if (reasons.length < 2) return null
  return (
    <div className={classes.reasons} role="group" aria-label="Filter by reason">
      <Reason label="All reasons" rows={one.counts.rejected} chosen={code === undefined} onChoose={() => onCode(undefined)} />
      {reasons.map(([each, rows]) => (
        <Reason key={each} label={reasonOf(each)} rows={rows} chosen={code === each} onChoose={() => onCode(each)} />
      ))}
    </div>
  )
}

function Reason({ label, rows, chosen, onChoose }: { label: string; rows: number; chosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" className={classes.reason} aria-pressed={chosen} onClick={onChoose}>
      {label} <span className={classes.rows}>{formatCount(rows)}</span>
    </button>
  )
}
