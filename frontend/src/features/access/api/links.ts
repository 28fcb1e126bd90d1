import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from '@/lib/api/client'
import { sessionQuery } from '@/lib/session'

import { accessKeys } from './keys'

export type LinkView = Schemas['LinkView']
export type LinkUse = Schemas['LinkUse']

/** What a link is for; looking does not use it up. */
export function linkQuery(token: string) {
  return queryOptions({
    queryKey: accessKeys.link(token),
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/links/look', { body: { token }, signal })),
    staleTime: Infinity,
  })
}

export function useOpenLink() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: LinkUse) => unwrap(api.POST('/api/v1/links/use', { body })),
    onSuccess: (who) => queries.setQueryData(sessionQuery.queryKey, who),
  })
}
