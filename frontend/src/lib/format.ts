const LOCALE = 'en'
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' })
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' })
const dayAndMonth = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' })
const dayMonthYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' })

const SIZES = ['kB', 'MB', 'GB', 'TB'] as const
const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function formatCount(value: number): string {
  return whole.format(value)
}

/** "1 row", "48,213 rows". */
export function plural(value: number, singular: string, many = `${singular}s`): string {
  return `${formatCount(value)} ${value === 1 ? singular : many}`
}

export function formatPercent(percent: number): string {
  return `${Math.floor(percent)} %`
}

/** Decimal units, as file managers and networks count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte')
  let value = bytes
  let unit = -1
  while (value >= 999.95 && unit < SIZES.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${value < 100 ? oneDecimal.format(value) : whole.format(value)} ${SIZES[unit] ?? 'kB'}`
}

/** A measured span: "0.4 s", "12.3 s", "2 min 5 s", "1 h 4 min". */
export function formatDuration(seconds: number): string {
  const value = Math.max(0, seconds)
  if (value < 59.95) return `${oneDecimal.format(value)} s`
  return longSpan(Math.round(value))
}

/** "12 ms", "1.4 s". */
export function formatMilliseconds(ms: number): string {
  return ms < 999.5 ? `${whole.format(ms)} ms` : formatDuration(ms / 1000)
}

/** A forecast: never finer than a second, because it is a guess. */
export function formatTimeLeft(seconds: number): string {
  const value = Math.max(1, Math.round(seconds))
  return value < MINUTE ? `${value} s` : longSpan(value < 10 * MINUTE ? value : Math.round(value / MINUTE) * MINUTE)
}

function longSpan(seconds: number): string {
  if (seconds < HOUR) return joined(Math.floor(seconds / MINUTE), 'min', seconds % MINUTE, 's')
  return joined(Math.floor(seconds / HOUR), 'h', Math.floor((seconds % HOUR) / MINUTE), 'min')
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

export function formatExactTime(iso: string): string {
  return exact.format(new Date(iso))
}

/** "Nov 28, 2026, 10:44 AM": for what is to come. */
export function formatMoment(iso: string): string {
  return moment.format(new Date(iso))
}

/** "just now", "5 minutes ago", "yesterday", "3 Nov", "3 Nov 2025". */
export function formatRelativeTime(iso: string, now: Date): string {
  const then = new Date(iso)
  const seconds = Math.round((now.getTime() - then.getTime()) / 1000)
  if (seconds < 45) return 'just now'
  if (seconds < 45 * MINUTE) return relative.format(-Math.max(1, Math.round(seconds / MINUTE)), 'minute')
  if (seconds < 22 * HOUR) return relative.format(-Math.max(1, Math.round(seconds / HOUR)), 'hour')
  if (seconds < 7 * DAY) return relative.format(-Math.max(1, Math.round(seconds / DAY)), 'day')
  return (then.getFullYear() === now.getFullYear() ? dayAndMonth : dayMonthYear).format(then)
}

/** A price as the API writes it (`"1234.50"`), with thousands marks and without passing through a float. */
export function formatPrice(price: string): string {
  const [, sign = '', integer = price, fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(price) ?? []
  return `${sign}${integer.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${fraction}`
}
