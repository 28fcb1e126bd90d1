import { Outlet, useRouterState } from '@tanstack/react-router'

import { Entrance } from '@/features/access/components/Entrance'

import { Shell } from './Shell'

/** Pages for strangers who were sent a link. */
const LINK_PAGES = ['/set-up', '/invitation', '/reset-password']

export function Frame() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  if (LINK_PAGES.includes(path)) return <Outlet />
  return (
    <Entrance>
      <Shell />
    </Entrance>
  )
}
