/** What the access log shows, as its address says. */
export interface LogSearch {
  event?: string | undefined
  actor?: string | undefined
  subject?: string | undefined
  address?: string | undefined
  page?: number | undefined
}

const TEXTS = ['event', 'actor', 'subject', 'address'] as const

export function logSearch(search: Record<string, unknown>): LogSearch {
  const page = Number(search.page)
  const given = TEXTS.flatMap((name): [string, string][] => {
    const text = search[name]
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
  return {
    ...Object.fromEntries(given),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

export function isFiltered({ event, actor, subject, address }: LogSearch): boolean {
  return [event, actor, subject, address].some((value) => value !== undefined)
}
