import { expect, it } from 'vitest'

import { assign, attributeTarget, columnFor, inReadingOrder } from './mapping'

const column = (key: string, suggestion: string | null) => ({ key, header: key, sample: [], suggestion })
const columns = [column('Colour', 'attributes.Colour'), column('Title', 'name'), column('Code', 'sku'), column('EAN', null)]
const mapping = { Colour: 'attributes.Colour', Title: 'name', Code: 'sku', EAN: null }

it('a field taken from another column makes that column an attribute', () => {
  expect(assign(mapping, columns, 'EAN', 'sku')).toEqual({ ...mapping, EAN: 'sku', Code: 'attributes.Code' })
})

it('leaving a column out touches no other column', () => {
  expect(assign(mapping, columns, 'Colour', null)).toEqual({ ...mapping, Colour: null })
})

it('a column keeps the attribute name that was suggested for it', () => {
  expect(attributeTarget(column('Farbe', 'attributes.colour'))).toBe('attributes.colour')
  expect(attributeTarget(column('Farbe', 'name'))).toBe('attributes.Farbe')
})

it('columns that fill fields are read first', () => {
  expect(inReadingOrder(columns, mapping).map(({ key }) => key)).toEqual(['Code', 'Title', 'Colour', 'EAN'])
  expect(columnFor(mapping, 'price')).toBeUndefined()
})
