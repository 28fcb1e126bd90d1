import { expect, it } from 'vitest'

import type { EventType } from '../api/types'
import { chosenEvents, groupsOf, isChosen, isIncluded, toggled } from './events'

const types: EventType[] = ['webhook.test', 'product.created', 'product.deleted', 'job.completed', 'import.completed'].map((name) => ({
  name,
  description: '',
  data_schema: {},
  example: {},
}))

it('groups the catalogue, without what is only sent by hand', () => {
  expect(groupsOf(types).map(({ pattern, events }) => [pattern, events.length])).toEqual([
    ['product.*', 2],
    ['job.*', 1],
    ['import.*', 1],
  ])
})

it('a wider pattern takes the place of the names it includes', () => {
  expect(toggled(['product.created', 'import.completed'], 'product.*')).toEqual(['import.completed', 'product.*'])
  expect(toggled(['product.*', 'import.completed'], '*')).toEqual(['*'])
  expect(toggled(['product.*'], 'product.*')).toEqual([])
})

it('knows what is chosen by itself and what by a wider pattern', () => {
  expect(isChosen(['product.*'], 'product.created')).toBe(true)
  expect(isIncluded(['product.*'], 'product.*')).toBe(false)
  expect(isIncluded(['*'], 'product.*')).toBe(true)
  expect(isChosen(['product.created'], 'product.*')).toBe(false)
  expect(isChosen(['*'], '*')).toBe(true)
})

it('lists the events that patterns mean', () => {
  expect(chosenEvents(types, ['*'])).toHaveLength(4)
  expect(chosenEvents(types, ['import.completed', 'product.*'])).toEqual(['product.created', 'product.deleted', 'import.completed'])
})
