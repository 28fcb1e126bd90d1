import { Outlet, useRouterState } from '@tanstack/react-router'

import { Entrance } from '@/features/access/components/Entrance'

import { Shell } from './Shell'

/** Pages for strangers: who was sent a link, or was sent back by the provider. */
const LINK_PAGES = ['/set-up', '/invitation', '/reset-password', '/login-refused']

export function Frame() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  if (LINK_PAGES.includes(path)) return <Outlet />
  return (
    <Entrance>
      <Shell />
    </Entrance>
  )
}
