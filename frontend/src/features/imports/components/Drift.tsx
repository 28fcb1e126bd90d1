import { useQuery } from '@tanstack/react-query'

import { Card } from '@/components/Card'
import { Pager } from '@/components/Pager'
import { Problem } from '@/components/Problem'
import { RowSkeletons } from '@/components/RowSkeletons'
import { plural } from '@/lib/format'

import { DRIFT_A_PAGE, driftQuery } from '../api/listDrift'
import type { Import } from '../api/types'
import classes from './Drift.module.css'
import { DriftTable } from './DriftTable'

interface DriftProps {
  import: Import
  page: number
  onPage: (page: number) => void
}

/** The rows of which something else came than the plan said. */
export function Drift({ import: one, page, onPage }: DriftProps) {
  const shown = Math.min(page, Math.ceil(one.drift / DRIFT_A_PAGE))
  const { data, error, refetch, isPlaceholderData } = useQuery(driftQuery(one.id, shown))
  return (
    <Card flush title={`${plural(one.drift, 'row')} came out otherwise than planned`}>
      <p className={classes.why}>Others changed the catalogue after this import was planned; what is counted above is what came of the rows.</p>
      {error && <Problem error={error} retry={refetch} />}
      {!data && !error && <RowSkeletons rows={Math.min(DRIFT_A_PAGE, one.drift)} />}
      {data && <DriftTable rows={data.items} stale={isPlaceholderData} />}
      {data && <Pager page={shown} pages={data.pages ?? 1} onPage={onPage} label="Pages of rows that came out otherwise" />}
    </Card>
  )
}
