export const productKeys = {
  all: ['products'] as const,
  lists: ['products', 'list'] as const,
  list: (query: object) => ['products', 'list', query] as const,
  one: (id: number) => ['products', 'one', id] as const,
  history: (id: number, etag: string | null) => ['products', 'history', id, etag] as const,
  attributes: ['products', 'attributes'] as const,
}
