import type { Schemas } from '@/lib/api/client'

type PhaseEntry = Schemas['PhaseEntry']

export const PHASES = ['queued', 'reading', 'planning', 'applying'] as const
export type Phase = (typeof PHASES)[number]

export interface Step {
  phase: Phase
  state: 'done' | 'now' | 'ahead' | 'stopped'
  /** Time spent in it, in seconds, over all visits: a crash can make a phase be done again. */
  seconds: number | undefined
}

interface Course {
  phases: PhaseEntry[]
  finished_at: string | null
}

/** The four steps of an import with the time each took; `now` is in milliseconds. */
export function stepsOf(course: Course, now: number): Step[] {
  const spent = timeSpent(course, now)
  const last = course.phases.findLast(({ phase }) => isPhase(phase))?.phase
  const ended = course.phases.at(-1)?.status
  return PHASES.map((phase) => ({ phase, seconds: spent.get(phase), state: stateOf(phase, last, ended, spent.has(phase)) }))
}

function stateOf(phase: Phase, last: string | undefined, ended: string | undefined, visited: boolean): Step['state'] {
  if (phase !== last) return visited && PHASES.indexOf(phase) < PHASES.indexOf(last as Phase) ? 'done' : 'ahead'
  if (ended === 'completed' || ended === 'undone') return 'done'
  return ended === 'failed' || ended === 'cancelled' ? 'stopped' : 'now'
}

function timeSpent({ phases, finished_at: finished }: Course, now: number): Map<Phase, number> {
  const end = finished ? Date.parse(finished) : now
  const spent = new Map<Phase, number>()
  phases.forEach(({ phase, at }, index) => {
    if (!isPhase(phase)) return
    const next = phases[index + 1]?.at
    const until = next === undefined ? end : Date.parse(next)
    spent.set(phase, (spent.get(phase) ?? 0) + Math.max(0, until - Date.parse(at)) / 1000)
  })
  return spent
}

function isPhase(name: string): name is Phase {
  return (PHASES as readonly string[]).includes(name)
}
