import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'

import { UploadIndicator } from '@/features/imports/components/UploadIndicator'
import { useImportNames } from '@/features/imports/api/listImports'
import { RunningJobs } from '@/features/jobs/components/RunningJobs'
import { useSession } from '@/lib/session'

import { ColorSchemeMenu } from './ColorSchemeMenu'
import { Navigation } from './Navigation'
import { SearchEverywhere } from './SearchEverywhere'
import { useKeptFocus } from './useKeptFocus'
import classes from './Shell.module.css'

const AccountMenu = lazy(() => import('@/features/access/components/AccountMenu').then(({ AccountMenu: menu }) => ({ default: menu })))

/** The frame of every page: navigation at the left (at the bottom of a phone), a quiet bar at the top. */
export function Shell() {
  const main = useRef<HTMLElement>(null)
  useKeptFocus(main)
  const names = useImportNames()
  const user = useSession()?.user
  const onUpload = useRouterState({ select: ({ location }) => location.pathname === '/upload' })
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        Skip to the content
      </a>
      <Navigation />
      <div className={classes.top}>
        <SearchEverywhere />
        {!onUpload && <UploadIndicator />}
        <RunningJobs names={names} />
        <ColorSchemeMenu />
        {user && (
          <Suspense fallback={<span className={classes.account} />}>
            <AccountMenu user={user} />
          </Suspense>
        )}
      </div>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </div>
  )
}
