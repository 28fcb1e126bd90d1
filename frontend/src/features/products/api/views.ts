import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

export type View = Schemas['View']
export type ViewContent = Pick<View, 'name' | 'search' | 'columns'>

const KEY = ['views'] as const

export function viewsQuery() {
  return queryOptions({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/views', { signal }))).items,
    staleTime: 30_000,
  })
}

/** Makes a view, or writes over the one with this id. */
export function useSaveView() {
  return useViewChange(({ id, ...body }: ViewContent & { id?: string }) =>
    unwrap(id === undefined ? api.POST('/api/v1/views', { body }) : api.PUT('/api/v1/views/{view_id}', { params: { path: { view_id: id } }, body })),
  )
}

export function useDeleteView() {
  return useViewChange((id: string) => unwrap(api.DELETE('/api/v1/views/{view_id}', { params: { path: { view_id: id } } })))
}

function useViewChange<Variables, Data>(mutationFn: (variables: Variables) => Promise<Data>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => queries.invalidateQueries({ queryKey: KEY }) })
}
