import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'

import { accessKeys } from './keys'

export type ApiKey = Schemas['KeyView']
export type ApiKeyInput = Schemas['KeyInput']
export type Scope = Schemas['Scope']

const LIMIT = 50

/** One's own keys; everybody's, for an admin. */
export function apiKeysQuery(page: number) {
  return queryOptions({
    queryKey: accessKeys.apiKeyPage(page),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/keys', { params: { query: { page, limit: LIMIT } }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function useCreateApiKey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: ApiKeyInput) => unwrap(api.POST('/api/v1/keys', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: accessKeys.apiKeys }),
  })
}

export function useRevokeApiKey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/v1/keys/{key_id}', { params: { path: { key_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: accessKeys.apiKeys }),
  })
}
