import { queryOptions, useQuery } from '@tanstack/react-query'

import { api, type Schemas, unwrap } from './api/client'
import { loginAgain } from './api/loginAgain'
import { mayOf, type Permission } from './permissions'

export type WhoAmI = Schemas['WhoAmI']

const SESSION_KEY = ['session'] as const

/** Who is here; asked for once, and anew when the server has refused something. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async ({ client, signal }): Promise<WhoAmI> => {
    const who = await unwrap(api.GET('/api/v1/session', { signal }))
    const known = client.getQueryData<WhoAmI>(SESSION_KEY)
    if (!known?.signed_in || who.signed_in) return who
    // Whoever was at work is asked for the password over their page, which must not go away for it.
    void loginAgain()
    return known
  },
  staleTime: Infinity,
  gcTime: Infinity,
})

export function useSession(): WhoAmI | undefined {
  return useQuery(sessionQuery).data
}

/** Whether the person may do something; what would be refused is not offered. */
export function useMay(what: Permission): boolean {
  return mayOf(useSession()?.role, what)
}
