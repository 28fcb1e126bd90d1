import { expect, it } from 'vitest'

import { assign, attributeTarget, columnFor, contestedTargets, grouped, withRest } from './mapping'

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

it('columns that fill fields are read first, those left out last', () => {
  const shown = grouped(columns, mapping).map(({ name, columns: members }) => [name, ...members.map(({ key }) => key)])
  expect(shown).toEqual([
    ['fields', 'Code', 'Title'],
    ['attributes', 'Colour'],
    ['left out', 'EAN'],
  ])
  expect(columnFor(mapping, 'price')).toBeUndefined()
})

it('the rest is kept or left out at once, fields aside', () => {
  expect(withRest(mapping, columns, false)).toEqual({ ...mapping, Colour: null })
  expect(withRest(mapping, columns, true)).toEqual({ ...mapping, EAN: 'attributes.EAN' })
})

it('two columns of one attribute are noticed', () => {
  expect([...contestedTargets({ A: 'attributes.x', B: 'attributes.x', C: null, D: null })]).toEqual(['attributes.x'])
})
