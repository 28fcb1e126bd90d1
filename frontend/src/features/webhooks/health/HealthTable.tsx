import { formatCount, formatMilliseconds, formatMoment } from '@/lib/format'

import type { Bucket } from '../api/types'
import classes from './HealthTable.module.css'
import { rateInWords } from './series'

/** The same figures to be read: each step in which something was sent, the newest first. */
export function HealthTable({ buckets }: { buckets: Bucket[] }) {
  const shown = buckets.filter(({ succeeded, failed }) => succeeded + failed > 0).reverse()
  if (shown.length === 0) return null
  return (
    <details className={classes.details}>
      <summary>These figures as a table</summary>
      <div className={classes.scroll} role="region" tabIndex={0} aria-label="Health as a table">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Succeeded</th>
              <th scope="col">Failed</th>
              <th scope="col">Rate</th>
              <th scope="col">p50</th>
              <th scope="col">p95</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ at, succeeded, failed, p50_ms: p50, p95_ms: p95 }) => (
              <tr key={at}>
                <th scope="row">{formatMoment(at)}</th>
                <td>{formatCount(succeeded)}</td>
                <td>{formatCount(failed)}</td>
                <td>{rateInWords(succeeded / (succeeded + failed))}</td>
                <td>{formatMilliseconds(p50 ?? 0)}</td>
                <td>{formatMilliseconds(p95 ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
