import { expect, it } from 'vitest'

import type { View } from '../api/views'
import { isModified, keptSearch, openedView } from './viewSearch'

const VIEW: View = {
  id: '01890000-0000-7000-8000-000000000000',
  name: 'Red',
  search: { 'attributes.Colour': 'red', active: 'true' },
  columns: ['name'],
  created_by: 'local',
  created_at: '2026-11-21T12:00:00Z',
  updated_at: '2026-11-21T12:00:00Z',
}

it('a view keeps filters and order, not the page nor what is open', () => {
  expect(keptSearch({ q: 'lamp', active: false, page: 3, product: 7, view: 'x', sort: 'sku' })).toEqual({ q: 'lamp', active: 'false', sort: 'sku' })
})

it('opened, it is what was saved, until a filter or a column changes', () => {
  const search = openedView(VIEW)
  expect(search).toEqual({ 'attributes.Colour': 'red', active: true, view: VIEW.id })
  expect(isModified(VIEW, { ...search, page: 2 }, ['name'])).toBe(false)
  expect(isModified(VIEW, { ...search, active: false }, ['name'])).toBe(true)
  expect(isModified(VIEW, search, ['name', 'price'])).toBe(true)
})
