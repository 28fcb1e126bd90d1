import { useQuery } from '@tanstack/react-query'
import { IconListSearch } from '@tabler/icons-react'

import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { LinkButton } from '@/components/LinkButton'
import { isOver } from '@/features/jobs/api/job'

import { uploadQuery } from '../api/getUpload'
import { useWatchedImport } from '../components/importContext'
import { Rejects } from '../components/Rejects'
import { RunningImport } from '../components/RunningImport'
import { ConfirmPlan } from '../plan/ConfirmPlan'
import { PlanDiff } from '../plan/PlanDiff'
import { PlanEquation } from '../plan/PlanEquation'
import { PlanWarnings } from '../plan/PlanWarnings'
import type { PlanFilter } from '../plan/planView'

interface PlanPageProps {
  filter: PlanFilter
  page: number
  code: string | undefined
  onFilter: (filter: PlanFilter) => void
  onView: (view: { code: string | undefined; page: number }) => void
}

/** What an import would change, before it does; afterwards, what had been planned. */
export function PlanPage({ filter, page, code, onFilter, onView }: PlanPageProps) {
  const { import: one, connected } = useWatchedImport()
  const { data: upload } = useQuery(uploadQuery(one.upload_id))
  const waits = one.status === 'awaiting_confirmation'
  const { plan } = one
  // While it is planned anew, the plan of before is not shown as if it held.
  if (!waits && !isOver(one) && one.phase !== 'applying') return <RunningImport import={one} connected={connected} />
  if (!plan) return <NoPlan importId={one.id} />
  return (
    <>
      {waits && <ConfirmPlan import={one} plan={plan} />}
      <PlanWarnings import={one} plan={plan} numberFormat={upload?.format.number_format ?? 'point'} waits={waits} />
      <PlanEquation plan={plan} filter={filter} onFilter={onFilter} />
      {filter.show === 'rejected' && plan.rejected > 0 ? (
        <Rejects import={one} code={code} page={page} onView={onView} />
      ) : (
        <PlanDiff plan={plan} filter={filter} />
      )}
    </>
  )
}

function NoPlan({ importId }: { importId: string }) {
  return (
    <Card>
      <EmptyState
        icon={IconListSearch}
        title="It never came to a plan"
        actions={
          <LinkButton to="/imports/$importId" params={{ importId }}>
            See what came of it
          </LinkButton>
        }
      >
        The import ended before it was known what it would change.
      </EmptyState>
    </Card>
  )
}
