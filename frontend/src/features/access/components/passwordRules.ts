export const SHORTEST = 12

export const RULES = `At least ${SHORTEST} characters. A few words that do not belong together are good; what is often tried is refused.`

/** What is wrong with a password that can be told without asking the server. */
export function tooShort(password: string): string | undefined {
  const { length } = Array.from(password)
  if (length >= SHORTEST) return undefined
  return length === 0 ? 'Choose a password.' : `${SHORTEST - length} more ${SHORTEST - length === 1 ? 'character' : 'characters'}, at least.`
}
