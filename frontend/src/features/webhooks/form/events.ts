import type { EventType } from '../api/types'

export interface EventGroup {
  /** `product.*`: it stands for every event of the group, those of later versions too. */
  pattern: string
  title: string
  events: EventType[]
}

const TITLES: Record<string, string> = { product: 'Products', import: 'Imports', job: 'Bulk changes' }
const EVERYTHING = '*'
/** Sent by hand alone, so nobody can ask for it. */
const TEST = 'webhook.test'

/** The catalogue by what its events are about. */
export function groupsOf(types: EventType[]): EventGroup[] {
  const kinds = [...new Set(types.filter(({ name }) => name !== TEST).map(({ name }) => kindOf(name)))]
  return kinds.map((kind) => ({
    pattern: `${kind}.*`,
    title: TITLES[kind] ?? kind,
    events: types.filter(({ name }) => kindOf(name) === kind),
  }))
}

/** Whether an event, or a whole group, is meant by any of these patterns beside its own name. */
export function isIncluded(patterns: string[], name: string): boolean {
  const wider = name === EVERYTHING ? [] : name.endsWith('.*') ? [EVERYTHING] : [EVERYTHING, `${kindOf(name)}.*`]
  return wider.some((pattern) => patterns.includes(pattern))
}

export function isChosen(patterns: string[], name: string): boolean {
  return patterns.includes(name) || isIncluded(patterns, name)
}

/** The patterns with one more or one less; what a wider one includes is not named beside it. */
export function toggled(patterns: string[], name: string): string[] {
  if (patterns.includes(name)) return patterns.filter((one) => one !== name)
  const added = [...patterns, name]
  return added.filter((one) => !isIncluded(added, one))
}

/** The names that these patterns mean, in the order of the catalogue. */
export function chosenEvents(types: EventType[], patterns: string[]): string[] {
  return types.map(({ name }) => name).filter((name) => name !== TEST && isChosen(patterns, name))
}

export function isOfProduct(event: string): boolean {
  return kindOf(event) === 'product'
}

function kindOf(name: string): string {
  return name.split('.', 1)[0] ?? name
}
