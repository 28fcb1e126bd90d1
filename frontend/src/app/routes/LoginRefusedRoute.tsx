import { getRouteApi } from '@tanstack/react-router'

import { LoginRefusedPage } from '@/features/access/pages/LoginRefusedPage'

const route = getRouteApi('/login-refused')

export function LoginRefusedRoute() {
  return <LoginRefusedPage reason={route.useSearch().reason} />
}
