import { Loader } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'

import classes from './StatusMark.module.css'

export type Tone = 'quiet' | 'good' | 'caution' | 'danger' | 'busy'

/** A state as icon and word; what goes on at present has no icon, but turns. */
export function StatusMark({ icon: Icon, tone, children }: { icon: TablerIcon | null; tone: Tone; children: string }) {
  return (
    <span className={classes.status} data-tone={tone}>
      {Icon === null ? <Loader size={13} color="currentColor" aria-hidden /> : <Icon size={16} stroke={1.9} aria-hidden />}
      {children}
    </span>
  )
}
