import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'

import { Caution } from '@/components/Caution'
import { Problem } from '@/components/Problem'
import { ReadOnly } from '@/components/ReadOnly'
import { RelativeTime } from '@/components/RelativeTime'
import { CancelJob } from '@/features/jobs/components/CancelJob'
import { ApiError } from '@/lib/api/error'
import { formatMoment, plural } from '@/lib/format'
import { useMay } from '@/lib/session'

import { useConfirmImport } from '../api/confirmImport'
import type { Import, Plan } from '../api/types'
import { consequenceOf } from '../components/consequence'
import classes from './ConfirmPlan.module.css'

/** Apply it or leave it; what has changed in the catalogue since the plan is said, and planned anew. */
export function ConfirmPlan({ import: one, plan }: { import: Import; plan: Plan }) {
  const navigate = useNavigate()
  const mayImport = useMay('import')
  const confirm = useConfirmImport(one.id, () => void navigate({ to: '/imports/$importId', params: { importId: one.id } }))
  const stale = confirm.error instanceof ApiError && confirm.error.code === 'plan_stale'
  const written = plan.created + plan.updated + plan.deactivated + plan.deleted
  return (
    <div className={classes.card}>
      {(plan.version > 1 || stale) && (
        <Caution>
          The catalogue has changed since the plan before this one, so it was made again. This is what would change now.
        </Caution>
      )}
      {confirm.error && !stale && <Problem error={confirm.error} title="It was not applied." />}
      <div className={classes.line}>
        <div className={classes.words}>
          <h2 className={classes.sum}>{written === 0 ? 'Nothing would change' : `${plural(written, 'product')} would be written`}</h2>
          <p className={classes.facts}>
            Nothing has been written yet.{' '}
            {plan.planned_at && (
              <>
                Planned <RelativeTime at={plan.planned_at} />.{' '}
              </>
            )}
            {plan.expires_at && <>It waits {mayImport && 'for you '}until {formatMoment(plan.expires_at)}.</>}
          </p>
        </div>
        {mayImport ? (
          <div className={classes.buttons}>
            <CancelJob job={one} consequence={consequenceOf(one)} />
            <Button loading={confirm.isPending} onClick={() => confirm.mutate(plan.version)}>
              {written === 0 ? 'Finish' : `Apply to ${plural(written, 'product')}`}
            </Button>
          </div>
        ) : (
          <ReadOnly>An editor can apply or cancel it.</ReadOnly>
        )}
      </div>
    </div>
  )
}
