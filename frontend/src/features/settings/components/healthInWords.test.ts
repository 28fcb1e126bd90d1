import { expect, it } from 'vitest'

import { healthInWords } from './healthInWords'

const check = (subject: string, state: 'ok' | 'failed' | 'warning' | 'unknown') => ({ subject, state })

it('says that all is well', () => {
  expect(healthInWords([check('Redis', 'ok'), check('Disk', 'ok')])).toBe('Everything is well')
})

it('names what is not, up to three of them', () => {
  expect(healthInWords([check('Redis', 'failed'), check('Disk', 'ok')])).toBe('Redis needs attention')
  expect(healthInWords([check('Redis', 'failed'), check('Disk', 'warning'), check('Workers', 'unknown')])).toBe('Redis, Disk and Workers need attention')
  expect(healthInWords(['a', 'b', 'c', 'd'].map((name) => check(name, 'failed')))).toBe('4 things need attention')
})
