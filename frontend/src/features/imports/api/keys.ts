export const importKeys = {
  all: ['imports'] as const,
  lists: ['imports', 'list'] as const,
  list: (page: number, limit: number) => ['imports', 'list', page, limit] as const,
  one: (id: string) => ['imports', 'one', id] as const,
  rejects: (id: string, code: string | undefined, page: number) => ['imports', 'rejects', id, code ?? 'all', page] as const,
}

export const uploadKeys = {
  one: (id: string) => ['uploads', id] as const,
}
