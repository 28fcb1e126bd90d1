import { plural } from '@/lib/format'

import type { Check } from '../api/status'

/** The state of all checks in a few words; what is wrong comes by name. */
export function healthInWords(checks: Pick<Check, 'subject' | 'state'>[]): string {
  const wrong = checks.filter(({ state }) => state !== 'ok').map(({ subject }) => subject)
  if (wrong.length === 0) return 'Everything is well'
  return wrong.length > 3 ? plural(wrong.length, 'thing needs', 'things need') + ' attention' : `${listed(wrong)} ${wrong.length === 1 ? 'needs' : 'need'} attention`
}

function listed(names: string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
