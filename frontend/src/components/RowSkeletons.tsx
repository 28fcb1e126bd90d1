import { Skeleton, VisuallyHidden } from '@mantine/core'

import classes from './RowSkeletons.module.css'

/** The place of a list that is being loaded, as high as its rows will be. */
export function RowSkeletons({ rows }: { rows: number }) {
  return (
    <div className={classes.rows} aria-busy="true">
      <VisuallyHidden>Loading</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row}>
          <Skeleton height={12} width={`${32 + ((index * 17) % 28)}%`} />
          <Skeleton height={12} width={72} />
        </div>
      ))}
    </div>
  )
}
