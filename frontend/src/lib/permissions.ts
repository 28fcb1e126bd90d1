import type { Schemas } from './api/client'

export type Role = Schemas['Role']
export type Permission = 'write' | 'import' | 'webhooks' | 'admin'

const LEAST: Record<Permission, Role> = { write: 'editor', import: 'editor', webhooks: 'editor', admin: 'admin' }
const ORDER: Role[] = ['viewer', 'editor', 'admin']

/** What a role may do, as the server's own table has it. */
export function mayOf(role: Role | null | undefined, what: Permission): boolean {
  return role != null && ORDER.indexOf(role) >= ORDER.indexOf(LEAST[what])
}
