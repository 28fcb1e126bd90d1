import type { ReactNode } from 'react'

import { Card } from '@/components/Card'
import { RowSkeletons } from '@/components/RowSkeletons'

import classes from './FactsCard.module.css'

export interface Fact {
  name: string
  value: ReactNode
  /** The setting that changes it. */
  setting?: string
}

/** Names with their values, and the setting behind each; skeletons until they are known. */
export function FactsCard({ title, facts, rows }: { title: string; facts: Fact[] | undefined; rows: number }) {
  return (
    <Card flush title={title}>
      {facts === undefined ? (
        <RowSkeletons rows={rows} />
      ) : (
        <dl>
          {facts.map(({ name, value, setting }) => (
            <div key={name} className={classes.fact}>
              <dt>
                {name}
                {setting !== undefined && <code className={classes.setting}>{setting}</code>}
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}
