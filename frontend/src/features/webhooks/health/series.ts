import type { Bucket } from '../api/types'

export interface Summary {
  attempts: number
  /** 0 to 1; undefined while nothing was sent. */
  rate: number | undefined
  /** The highest of the steps' 95th percentiles, which that of the whole time is not above. */
  p95Ms: number | undefined
}

export function summaryOf(buckets: Bucket[]): Summary {
  const succeeded = sum(buckets.map((one) => one.succeeded))
  const attempts = succeeded + sum(buckets.map((one) => one.failed))
  const times = buckets.flatMap(({ p95_ms: ms }) => (ms === null ? [] : [ms]))
  return { attempts, rate: attempts === 0 ? undefined : succeeded / attempts, p95Ms: times.length === 0 ? undefined : Math.max(...times) }
}

/** "100 %", "99.9 %": never rounded up, so that one failure among thousands is still seen. */
export function rateInWords(rate: number): string {
  return `${rate === 1 ? '100' : (Math.floor(rate * 1000) / 10).toFixed(1).replace(/\.0$/, '')} %`
}

/** The drawing in words, for those who do not see it. */
export function summaryInWords({ attempts, rate, p95Ms }: Summary, span: string, inWords: { attempts: (count: number) => string; ms: (ms: number) => string }): string {
  if (rate === undefined) return `Nothing was sent in ${span}`
  const time = p95Ms === undefined ? '' : `, 95 of 100 took at most ${inWords.ms(p95Ms)}`
  return `${rateInWords(rate)} of ${inWords.attempts(attempts)} in ${span} succeeded${time}`
}

/** The path of a line over steps of `width`; a step without a value breaks it, a lone one is drawn across its step. */
export function linePath(values: (number | null)[], { width, height, max }: { width: number; height: number; max: number }): string {
  const y = (value: number) => round(height - (Math.min(value, max) / max) * height)
  return values
    .map((value, index) => {
      if (value === null) return ''
      const x = round((index + 0.5) * width)
      if ((values[index - 1] ?? null) !== null) return `L${x} ${y(value)}`
      const alone = (values[index + 1] ?? null) === null
      return alone ? `M${round(index * width)} ${y(value)}h${round(width)}` : `M${x} ${y(value)}`
    })
    .join('')
}

/** The next of 1, 2 or 5 times a power of ten: what the axis ends with. */
export function axisEnd(value: number): number {
  if (value <= 10) return 10
  const power = 10 ** Math.floor(Math.log10(value))
  return (([1, 2, 5].find((factor) => factor * power >= value) ?? 10) * power)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
