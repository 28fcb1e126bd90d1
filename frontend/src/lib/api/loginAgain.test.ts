import { describe, expect, it } from 'vitest'

import { isLoginNeeded, loggedInAgain, loginAgain } from './loginAgain'

describe('requests after the session has ended', () => {
  it('all go on with one login', async () => {
    const both = Promise.all([loginAgain(), loginAgain()])
    expect(isLoginNeeded()).toBe(true)
    loggedInAgain()
    await both
    expect(isLoginNeeded()).toBe(false)
  })

  it('are given up alone, and the others go on waiting', async () => {
    const giving = new AbortController()
    const given = loginAgain(giving.signal)
    const other = loginAgain()
    giving.abort(new Error('no longer wanted'))
    await expect(given).rejects.toThrow('no longer wanted')
    expect(isLoginNeeded()).toBe(true)
    loggedInAgain()
    await other
  })
})
