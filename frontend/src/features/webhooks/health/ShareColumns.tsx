import type { Bucket } from '../api/types'
import classes from './ShareColumns.module.css'

interface ShareColumnsProps {
  buckets: Bucket[]
  width: number
  height: number
  gap: number
}

/** Each step as a column: what succeeded from below, what failed above it; a thin line where nothing was sent. */
export function ShareColumns({ buckets, width, height, gap }: ShareColumnsProps) {
  return buckets.map((bucket, index) => {
    const attempts = bucket.succeeded + bucket.failed
    const failed = attempts === 0 ? 0 : (bucket.failed / attempts) * height
    const place = { x: index * width, width: width - gap }
    return (
      <g key={bucket.at}>
        {attempts === 0 && <rect {...place} y={height - 1} height={1} className={classes.none} />}
        {bucket.succeeded > 0 && <rect {...place} y={failed} height={height - failed} className={classes.succeeded} />}
        {bucket.failed > 0 && <rect {...place} y={0} height={failed} className={classes.failed} />}
      </g>
    )
  })
}
