import { Link } from '@tanstack/react-router'

import classes from '@/components/Tabs.module.css'

const PAGES = [
  { to: '/webhooks/$webhookId', word: 'Deliveries' },
  { to: '/webhooks/$webhookId/health', word: 'Health' },
  { to: '/webhooks/$webhookId/signing', word: 'Signing' },
  { to: '/webhooks/$webhookId/settings', word: 'Settings' },
] as const

export function WebhookTabs({ webhookId }: { webhookId: string }) {
  return (
    <nav aria-label="Pages of this webhook">
      <ul className={classes.tabs}>
        {PAGES.map(({ to, word }) => (
          <li key={to}>
            <Link to={to} params={{ webhookId }} activeOptions={{ exact: true, includeSearch: false }} className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
