import { Card } from '@/components/Card'
import { OutcomeBar } from '@/components/OutcomeBar'
import { OutcomeFilter } from '@/components/OutcomeFilter'
import { plural } from '@/lib/format'

import type { Plan } from '../api/types'
import classes from './PlanEquation.module.css'
import { changedFields, fieldWord, type PlanFilter } from './planView'

interface PlanEquationProps {
  plan: Plan
  filter: PlanFilter
  onFilter: (filter: PlanFilter) => void
}

/** The rows of the file as one bar, each of its terms a filter; then how many products change in each field. */
export function PlanEquation({ plan, filter, onFilter }: PlanEquationProps) {
  const fields = changedFields(plan)
  const most = fields[0]?.[1] ?? 1
  return (
    <Card title={`${plural(plan.read, 'row')} in the file`} aside={<Beside plan={plan} />}>
      <OutcomeBar counts={plan} />
      <OutcomeFilter counts={plan} chosen={filter.show} onChoose={(show) => onFilter({ show, field: show === 'updated' ? filter.field : undefined })} />
      {fields.length > 0 && (
        <section className={classes.fields} aria-label="Fields that change">
          <h3 className={classes.title}>Fields that change</h3>
          <ul className={classes.list}>
            {fields.map(([field, products]) => (
              <li key={field}>
                <button
                  type="button"
                  className={classes.field}
                  aria-pressed={filter.field === field}
                  onClick={() => onFilter(filter.field === field ? { ...filter, field: undefined } : { show: 'updated', field })}
                >
                  <span className={classes.name}>{fieldWord(field)}</span>
                  <span className={classes.track}>
                    <span className={classes.share} style={{ width: `${(products / most) * 100}%` }} />
                  </span>
                  <span className={classes.count}>{plural(products, 'row')}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  )
}

/** Products the file does not have stand beside the equation of its rows. */
function Beside({ plan }: { plan: Plan }) {
  const words = [
    plan.deactivated > 0 && `${plural(plan.deactivated, 'missing product')} switched to inactive`,
    plan.deleted > 0 && `${plural(plan.deleted, 'missing product')} moved to the trash`,
  ].filter(Boolean)
  return words.length > 0 ? <strong className={classes.beside}>{words.join(' · ')}</strong> : null
}
