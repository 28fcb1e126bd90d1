/** A name and its value as they are being written. */
export interface Pair {
  /** Tells rows apart while their names are being typed. */
  id: number
  name: string
  value: string
  /** Its value is secret and stays as it is on the server until another one is written. */
  kept?: boolean
}

/** The pairs of names and values that are there; what has no value is kept. */
export function pairsOf(values: Record<string, string | null>): Pair[] {
  return Object.entries(values).map(([name, value], id) => ({ id, name, value: value ?? '', kept: value === null }))
}
