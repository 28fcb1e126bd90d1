import type { Reject } from '../api/types'

/** Why a row did not go in, short enough for a filter; the row's own message says how to mend it. */
const REASONS: Record<Reject['code'], string> = {
  sku_required: 'No SKU',
  sku_too_long: 'SKU too long',
  sku_invalid: 'SKU not allowed',
  name_required: 'No name',
  name_too_long: 'Name too long',
  price_invalid: 'Price not a number',
  price_precision: 'Price too precise',
  active_invalid: 'Active neither yes nor no',
  too_few_fields: 'Too few cells',
  too_many_fields: 'Too many cells',
  unclosed_quote: 'Quote not closed',
  undecodable: 'Unreadable characters',
  nul_byte: 'NUL byte',
  json_invalid: 'Not JSON',
  record_too_long: 'Row too long',
  duplicate_sku: 'SKU occurs twice',
}

/** A code this page has never heard of is shown by its own name. */
export function reasonOf(code: string): string {
  return code in REASONS ? REASONS[code as Reject['code']] : code.replaceAll('_', ' ')
}
