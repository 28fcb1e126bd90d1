import type { Role } from '@/lib/permissions'

import type { User } from '../api/users'

export const ROLE_OPTIONS: { value: Role; title: string; words: string }[] = [
  { value: 'viewer', title: 'Viewer', words: 'Sees products, imports and jobs, and changes nothing.' },
  { value: 'editor', title: 'Editor', words: 'Imports, changes products and sets up webhooks.' },
  { value: 'admin', title: 'Admin', words: 'Does everything, and says who else is let in.' },
]

/** How a person stands, in a word; nothing for whoever simply uses the product. */
export function stateInWords({ disabled, joined }: Pick<User, 'disabled' | 'joined'>): string | undefined {
  if (disabled) return 'disabled'
  return joined ? undefined : 'invited, not here yet'
}

export function nameOf({ display_name: name, email }: Pick<User, 'display_name' | 'email'>): string {
  return name === '' ? email : name
}
