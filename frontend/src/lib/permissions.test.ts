import { describe, expect, it } from 'vitest'

import { mayOf } from './permissions'

describe('what a role may do', () => {
  it('a viewer only looks', () => expect((['write', 'import', 'webhooks', 'admin'] as const).some((what) => mayOf('viewer', what))).toBe(false))
  it('an editor changes everything but who is let in', () => {
    expect((['write', 'import', 'webhooks'] as const).every((what) => mayOf('editor', what))).toBe(true)
    expect(mayOf('editor', 'admin')).toBe(false)
  })
  it('an admin does all of it', () => expect(mayOf('admin', 'admin')).toBe(true))
  it('a stranger does nothing', () => expect(mayOf(null, 'write')).toBe(false))
})
