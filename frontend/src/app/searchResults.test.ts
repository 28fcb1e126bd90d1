import { expect, it } from 'vitest'

import { foundIn, isDownload, schemeOf, type Who } from './searchResults'

const HERE: Who = { role: 'admin', logins: false }

const imports = new Map([
  ['1', 'spring catalogue.csv'],
  ['2', 'autumn.csv'],
])

const targets = (text: string, who = HERE) => foundIn(text, who, [], imports).map(({ to }) => to)

it('finds products, then imports and pages that have every word', () => {
  const found = foundIn('catalogue spring', HERE, [{ id: 7, sku: 'A-7', name: 'Spring lamp' }], imports)
  expect(found.map(({ to }) => to)).toEqual(['/products?product=7', '/imports/1'])
  expect(targets('jobs')).toEqual(['/jobs'])
})

it('finds actions by what people call them', () => {
  expect(targets('dark mode')).toEqual(['scheme:dark'])
  expect(targets('open trash')).toEqual(['/products?trashed=only'])
  expect(targets('new product')).toEqual(['/products?product=new'])
  expect(targets('add webhook')).toEqual(['/webhooks/new'])
  expect(targets('deliveries')).toEqual(['/webhooks'])
  expect(targets('upload')).toEqual(['/upload'])
  expect(targets('workers')).toEqual(['/settings'])
})

it('offers recent imports, every action and every page before anything is typed', () => {
  expect(targets('')).toHaveLength(13)
})

it('leaves out what would be refused, and what is there only where people log in', () => {
  expect(targets('import', { role: 'viewer', logins: true })).toEqual([])
  expect(targets('webhook', { role: 'viewer', logins: true })).toEqual([])
  expect(targets('users')).toEqual([])
  expect(targets('users', { role: 'admin', logins: true })).toEqual(['/settings/users'])
  expect(targets('keys', { role: 'viewer', logins: true })).toEqual(['/settings/keys'])
})

it('tells what leads to a page from what does something here', () => {
  expect([schemeOf('scheme:dark'), schemeOf('scheme:light'), schemeOf('/jobs')]).toEqual(['dark', 'light', undefined])
  expect(targets('export').map(isDownload)).toEqual([true])
})
