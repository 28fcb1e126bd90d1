import { Loader } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

import { formatDuration } from '@/lib/format'

import type { Import } from '../api/types'
import classes from './PhaseLine.module.css'
import { type Phase, type Step, stepsOf } from './phases'

const WORDS: Record<Phase, string> = { queued: 'Waiting', reading: 'Reading', planning: 'Planning', applying: 'Applying' }
const STATES: Record<Step['state'], string> = { done: 'done', now: 'in progress', ahead: 'not begun', stopped: 'stopped here' }

/** The phases of an import as a line, each with the time it took. */
export function PhaseLine({ course }: { course: Pick<Import, 'phases' | 'finished_at'> }) {
  const now = useNow(course.finished_at === null)
  return (
    <ol className={classes.line}>
      {stepsOf(course, now).map((step) => (
        <li key={step.phase} className={classes.step} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className={classes.mark} role="img" aria-label={STATES[step.state]}>
            <Mark state={step.state} />
          </span>
          <span className={classes.word}>{WORDS[step.phase]}</span>
          <span className={classes.time}>{step.seconds === undefined || step.state === 'ahead' ? ' ' : formatDuration(step.seconds)}</span>
        </li>
      ))}
    </ol>
  )
}

function Mark({ state }: { state: Step['state'] }) {
  if (state === 'done') return <IconCheck size={13} stroke={3} aria-hidden />
  if (state === 'stopped') return <IconX size={13} stroke={3} aria-hidden />
  return state === 'now' ? <Loader size={12} color="currentColor" /> : null
}

function useNow(ticking: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setNow(Date.now()), 200)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}
