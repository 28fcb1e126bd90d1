import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react'

import { Front } from '@/components/Front'
import { Problem } from '@/components/Problem'
import { isLoginNeeded, onLoginNeeded } from '@/lib/api/loginAgain'
import { sessionQuery } from '@/lib/session'

const LoginPage = lazy(() => import('../pages/LoginPage').then(({ LoginPage: page }) => ({ default: page })))
const LoginAgain = lazy(() => import('./LoginAgain').then(({ LoginAgain: dialog }) => ({ default: dialog })))

/** Shows the product to whoever is let in, and to everybody else the login; the address stays the one asked for. */
export function Entrance({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery)
  const ended = useSyncExternalStore(onLoginNeeded, isLoginNeeded)
  if (!session) return error ? <Closed error={error} retry={refetch} /> : null
  if (!session.signed_in) {
    return (
      <Suspense>
        <LoginPage setUpNeeded={session.set_up_needed} />
      </Suspense>
    )
  }
  return (
    <>
      {children}
      {ended && (
        <Suspense>
          <LoginAgain session={session} />
        </Suspense>
      )}
    </>
  )
}

function Closed({ error, retry }: { error: Error; retry: () => unknown }) {
  return (
    <Front>
      <h1>Product Importer does not open</h1>
      <Problem error={error} retry={retry} />
    </Front>
  )
}
