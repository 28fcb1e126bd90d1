import { IconActivity, IconFileImport, IconPackage, IconSettings, IconWebhook, type TablerIcon } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'

import icon from '@/components/icon.svg'
import { mayOf, type Permission } from '@/lib/permissions'
import { useSession } from '@/lib/session'

import classes from './Navigation.module.css'

interface Destination {
  to: '/upload' | '/products' | '/webhooks' | '/jobs' | '/settings'
  word: string
  icon: TablerIcon
  /** Paths that belong to it, beside its own. */
  also?: string
  needs?: Permission
}

const DESTINATIONS: Destination[] = [
  { to: '/upload', word: 'Import', icon: IconFileImport, also: '/imports' },
  { to: '/products', word: 'Products', icon: IconPackage },
  { to: '/webhooks', word: 'Webhooks', icon: IconWebhook, needs: 'webhooks' },
  { to: '/jobs', word: 'Jobs', icon: IconActivity },
  { to: '/settings', word: 'Settings', icon: IconSettings },
]

export function Navigation() {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const role = useSession()?.role
  return (
    <nav className={classes.nav} aria-label="Main">
      <Link to="/upload" className={classes.brand} aria-label="Product Importer">
        <img src={icon} alt="" width={24} height={24} />
        <span className={classes.name}>Product Importer</span>
      </Link>
      <ul className={classes.list}>
        {DESTINATIONS.filter(({ needs }) => needs === undefined || mayOf(role, needs)).map(({ to, word, icon: Icon, also }) => {
          const here = path.startsWith(to) || (also !== undefined && path.startsWith(also))
          return (
            <li key={to}>
              <Link to={to} className={classes.link} data-here={here || undefined} aria-current={here ? 'page' : undefined}>
                <Icon size={19} stroke={here ? 2 : 1.7} aria-hidden />
                {word}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
