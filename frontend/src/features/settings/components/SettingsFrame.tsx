import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { PageHeader } from '@/components/PageHeader'
import tabs from '@/components/Tabs.module.css'
import { useMay, useSession } from '@/lib/session'

import classes from '@/components/Page.module.css'

const PAGES = [
  { to: '/settings', word: 'Installation', admin: false },
  { to: '/settings/users', word: 'Users', admin: true },
  { to: '/settings/keys', word: 'API keys', admin: false },
  { to: '/settings/access-log', word: 'Access log', admin: true },
] as const

/** Heading and tabs of every page of the settings; without logins there is one page alone. */
export function SettingsFrame({ tab, children }: { tab: string; children: ReactNode }) {
  const admin = useMay('admin')
  const guarded = useSession()?.auth === 'required'
  return (
    <div className={classes.page}>
      <PageHeader title="Settings" tab={tab}>
        What is kept from one import to the next, {guarded ? 'who is let in, ' : ''}and how this installation is doing.
      </PageHeader>
      {guarded && (
        <nav aria-label="Pages of the settings">
          <ul className={tabs.tabs}>
            {PAGES.filter((page) => admin || !page.admin).map(({ to, word }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: true, includeSearch: false }} className={tabs.tab} activeProps={{ 'aria-current': 'page' }}>
                  {word}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {children}
    </div>
  )
}
