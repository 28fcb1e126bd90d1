import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { unwrap } from '@/lib/api/client'

/** A list of products to come back to: its address and its columns. */
export interface View {
  id: string
  name: string
  search: Record<string, string>
  columns: string[]
  created_by: string
  created_at: string
  updated_at: string
}

export type ViewContent = Pick<View, 'name' | 'search' | 'columns'>

const KEY = ['views'] as const

export function viewsQuery() {
  return queryOptions({
    queryKey: KEY,
    queryFn: async ({ signal }) => ((await unwrap(ask('GET', '', undefined, signal))) as { items: View[] }).items,
    staleTime: 30_000,
  })
}

/** Makes a view, or writes over the one with this id. */
export function useSaveView() {
  return useViewChange(async ({ id, ...content }: ViewContent & { id?: string }) => (await unwrap(id === undefined ? ask('POST', '', content) : ask('PUT', `/${id}`, content))) as View)
}

export function useDeleteView() {
  return useViewChange((id: string) => unwrap(ask('DELETE', `/${id}`)))
}

function useViewChange<Variables, Data>(mutationFn: (variables: Variables) => Promise<Data>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => queries.invalidateQueries({ queryKey: KEY }) })
}

async function ask(method: string, path: string, content?: ViewContent, signal?: AbortSignal) {
  const body = content && JSON.stringify(content)
  const response = await fetch(`/api/v1/views${path}`, { method, body, signal, headers: body ? { 'content-type': 'application/json' } : {} })
  const answer: unknown = await response.json().catch(() => undefined)
  return response.ok ? { data: answer, response } : { error: answer, response }
}
