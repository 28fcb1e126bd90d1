import { mayOf, type Permission, type Role } from '@/lib/permissions'

export interface Found {
  title: string
  /** What it is, in a word or two. */
  kind: string
  /** Where it leads; the name of an action that leads nowhere. */
  to: string
  /** Other words by which it is found. */
  also?: string
  /** What one must be allowed to do for it. */
  needs?: Permission
  /** Whether it is there only where people log in. */
  logins?: boolean
}

const DESTINATIONS: Found[] = [
  { title: 'Import a file', kind: 'action', to: '/upload', also: 'page upload', needs: 'import' },
  { title: 'New product', kind: 'action', to: '/products?product=new', also: 'create add', needs: 'write' },
  { title: 'Add a webhook', kind: 'action', to: '/webhooks/new', also: 'create new hook register', needs: 'webhooks' },
  { title: 'Export the catalogue as CSV', kind: 'action', to: '/api/v1/products/export?format=csv&bom=true', also: 'download' },
  { title: 'Products', kind: 'page', to: '/products', also: 'catalogue' },
  { title: 'Trash', kind: 'page', to: '/products?trashed=only', also: 'open deleted products' },
  { title: 'Webhooks', kind: 'page', to: '/webhooks', also: 'hooks deliveries events signing secrets', needs: 'webhooks' },
  { title: 'Jobs', kind: 'page', to: '/jobs', also: 'running history' },
  { title: 'Settings', kind: 'page', to: '/settings', also: 'profiles health limits versions workers queues status' },
  { title: 'Users', kind: 'page', to: '/settings/users', also: 'settings invite people roles', needs: 'admin', logins: true },
  { title: 'API keys', kind: 'page', to: '/settings/keys', also: 'settings tokens programs', logins: true },
  { title: 'Access log', kind: 'page', to: '/settings/access-log', also: 'settings audit logins', needs: 'admin', logins: true },
  { title: 'Your account', kind: 'page', to: '/account', also: 'password sessions', logins: true },
  { title: 'Light colours', kind: 'action', to: 'scheme:light', also: 'switch to light mode theme' },
  { title: 'Dark colours', kind: 'action', to: 'scheme:dark', also: 'switch to dark mode theme' },
]

const IMPORTS = 5

/** Who searches: with which role, and whether people log in here. */
export interface Who {
  role: Role | null | undefined
  logins: boolean
}

function isFor({ role, logins }: Who, one: Found): boolean {
  return (one.needs === undefined || mayOf(role, one.needs)) && (one.logins !== true || logins)
}

/** Products first, because they are looked for most; then imports, actions and pages whose name has each word. */
export function foundIn(text: string, who: Who, products: { id: number; sku: string; name: string }[], imports: ReadonlyMap<string, string>): Found[] {
  const words = text.toLowerCase().split(/\s+/)
  const fits = (title: string) => words.every((word) => title.toLowerCase().includes(word))
  return [
    ...products.map(({ id, sku, name }) => ({ title: `${sku} · ${name}`, kind: 'product', to: `/products?product=${id}` })),
    ...[...imports].filter(([, name]) => fits(name)).slice(0, IMPORTS).map(([id, name]) => ({ title: name, kind: 'import', to: `/imports/${id}` })),
    ...DESTINATIONS.filter((one) => isFor(who, one) && fits(`${one.title} ${one.also ?? ''}`)),
  ]
}

/** The colour scheme that `to` switches to, if that is what it does. */
export function schemeOf(to: string): 'light' | 'dark' | undefined {
  if (to === 'scheme:light') return 'light'
  return to === 'scheme:dark' ? 'dark' : undefined
}

/** Whether `to` is a file of the server, which the browser takes without leaving the page. */
export function isDownload(to: string): boolean {
  return to.startsWith('/api/')
}
