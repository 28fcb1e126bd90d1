import { expect, it } from 'vitest'

import { deliveriesSearch } from './search'

it('reads filters and the open delivery, and drops what makes no sense', () => {
  const delivery = '0198f1c2-7f00-7cc3-98c8-5f9a1b2c3d4e'
  expect(deliveriesSearch({ status: 'failed', event: 'product.created', delivery })).toEqual({ status: 'failed', event: 'product.created', delivery })
  expect(deliveriesSearch({ status: 'lost', event: '"; drop', delivery: '1', page: 3 })).toEqual({})
})
