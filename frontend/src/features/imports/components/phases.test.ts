import { expect, it } from 'vitest'

import { stepsOf } from './phases'

const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, second)).toISOString()
const entry = (status: 'queued' | 'running' | 'completed' | 'cancelled' | 'failed', phase: string, second: number) => ({ status, phase, at: at(second) })
const now = Date.parse(at(20))

it('while it runs, the present phase counts up and the next are ahead', () => {
  const phases = [entry('queued', 'queued', 0), entry('running', 'reading', 2), entry('running', 'planning', 12)]
  expect(stepsOf({ phases, finished_at: null }, now)).toEqual([
    { phase: 'queued', state: 'done', seconds: 2 },
    { phase: 'reading', state: 'done', seconds: 10 },
    { phase: 'planning', state: 'now', seconds: 8 },
    { phase: 'applying', state: 'ahead', seconds: undefined },
  ])
})

it('a phase done again after a crash adds up, and what came after it is ahead once more', () => {
  const phases = [entry('queued', 'queued', 0), entry('running', 'reading', 1), entry('running', 'planning', 5), entry('running', 'reading', 8)]
  const [, reading, planning] = stepsOf({ phases, finished_at: null }, now)
  expect(reading).toEqual({ phase: 'reading', state: 'now', seconds: 16 })
  expect(planning).toEqual({ phase: 'planning', state: 'ahead', seconds: 3 })
})

it('an import that ended says where', () => {
  const begun = [entry('queued', 'queued', 0), entry('running', 'reading', 1), entry('running', 'applying', 5)]
  const last = (end: ReturnType<typeof entry>) => stepsOf({ phases: [...begun, end], finished_at: at(9) }, now).at(-1)
  expect(last(entry('completed', 'completed', 9))).toEqual({ phase: 'applying', state: 'done', seconds: 4 })
  expect(last(entry('cancelled', 'cancelled', 9))).toEqual({ phase: 'applying', state: 'stopped', seconds: 4 })
  expect(last(entry('failed', 'applying', 9))).toEqual({ phase: 'applying', state: 'stopped', seconds: 4 })
})
