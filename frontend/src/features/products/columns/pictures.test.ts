import { expect, it } from 'vitest'

import type { Product } from '../api/types'
import { holdsPictures } from './pictures'

const withImage = (image: string) => ({ attributes: { image } }) as unknown as Product

it('an attribute holds pictures when most of its values look like their addresses', () => {
  expect(holdsPictures('attributes.image', [withImage('https://shop.example/a.JPG?w=2'), withImage('http://shop.example/b.webp')])).toBe(true)
  expect(holdsPictures('attributes.image', [withImage('https://shop.example/a.jpg'), withImage('red'), withImage('blue')])).toBe(false)
  expect(holdsPictures('attributes.image', [withImage('javascript:alert(1)//.png')])).toBe(false)
  expect(holdsPictures('attributes.image', [])).toBe(false)
  expect(holdsPictures('name', [withImage('https://shop.example/a.jpg')])).toBe(false)
})
