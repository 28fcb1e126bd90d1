import { Problem } from '@/components/Problem'

import { generalProblemOf } from './saveProblems'

/** A refused save that no single field is to blame for. */
export function FormProblem({ error }: { error: Error | null }) {
  const general = generalProblemOf(error)
  return general ? <Problem error={general} title="It was not saved." /> : null
}
