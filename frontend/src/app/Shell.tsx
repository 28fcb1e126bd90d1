import { Outlet, useRouterState } from '@tanstack/react-router'
import { useRef } from 'react'

import { AccountMenu } from '@/features/access/components/AccountMenu'
import { UploadIndicator } from '@/features/imports/components/UploadIndicator'
import { useImportNames } from '@/features/imports/api/listImports'
import { RunningJobs } from '@/features/jobs/components/RunningJobs'

import { ColorSchemeMenu } from './ColorSchemeMenu'
import { Navigation } from './Navigation'
import { SearchEverywhere } from './SearchEverywhere'
import { useKeptFocus } from './useKeptFocus'
import classes from './Shell.module.css'

/** The frame of every page: navigation at the left (at the bottom of a phone), a quiet bar at the top. */
export function Shell() {
  const main = useRef<HTMLElement>(null)
  useKeptFocus(main)
  const names = useImportNames()
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
        <AccountMenu />
      </div>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </div>
  )
}
