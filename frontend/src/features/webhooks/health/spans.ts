export const SPANS = {
  day: { label: '24 hours', words: 'the last 24 hours', hours: 24, buckets: 48 },
  week: { label: '7 days', words: 'the last 7 days', hours: 168, buckets: 84 },
  month: { label: '30 days', words: 'the last 30 days', hours: 720, buckets: 60 },
} as const

export type SpanName = keyof typeof SPANS

export const DEFAULT_SPAN: SpanName = 'day'

/** The span that the URL names; none where it is the default, so that URLs stay short. */
export function spanOf(search: Record<string, unknown>): { span?: SpanName } {
  const { span } = search
  return typeof span === 'string' && Object.hasOwn(SPANS, span) && span !== DEFAULT_SPAN ? { span: span as SpanName } : {}
}
