import type { FieldProblem } from '@/lib/api/error'

/** Whose secret signs: one that is made here, the user's own, or nobody's. */
export type SecretKind = 'made' | 'own' | 'none'

export interface SecretDraft {
  kind: SecretKind
  /** The user's own; of other kinds what was typed before. */
  text: string
}

export const MADE: SecretDraft = { kind: 'made', text: '' }

const FEWEST = 16

/** The user's own secret; left out one is made. */
export function ownSecret({ kind, text }: SecretDraft): string | undefined {
  return kind === 'own' ? text.trim() : undefined
}

/** The secret as the API takes it for a new webhook: `false` is none. */
export function secretOf(draft: SecretDraft): string | false | undefined {
  return draft.kind === 'none' ? false : ownSecret(draft)
}

export function secretProblems({ kind, text }: SecretDraft): FieldProblem[] {
  if (kind !== 'own' || text.trim().length >= FEWEST) return []
  return [{ field: 'secret', code: 'secret_too_short', message: `The secret has fewer than ${FEWEST} characters. Take a longer one, or have one made.` }]
}
