export const jobKeys = {
  all: ['jobs'] as const,
  lists: ['jobs', 'list'] as const,
  list: (page: number, limit: number) => ['jobs', 'list', page, limit] as const,
  one: (id: string) => ['jobs', 'one', id] as const,
}
