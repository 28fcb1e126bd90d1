import type { Product } from '../api/types'
import { attributeOf, isAttributeKey } from '../search'

const ADDRESS = /^https?:\/\/\S+$/i
const PICTURE = /\.(avif|bmp|gif|ico|jfif|jpe?g|png|svg|webp)([?#]|$)/i

export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim())
}

/** Whether an attribute seems to hold the addresses of pictures, by the products at hand. */
export function holdsPictures(column: string, products: Product[]): boolean {
  if (!isAttributeKey(column)) return false
  const values = products.map(({ attributes }) => attributes[attributeOf(column)]).filter((value) => value !== undefined)
  const pictures = values.filter((value) => isAddress(value) && PICTURE.test(value))
  return pictures.length > 0 && pictures.length * 2 >= values.length
}

const HOSTS = 3

/** The hosts that pictures in these columns would be asked of, in words. */
export function hostsIn(columns: Iterable<string>, products: Product[]): string {
  const addresses = [...columns].filter(isAttributeKey).flatMap((column) => products.map(({ attributes }) => attributes[attributeOf(column)] ?? ''))
  const hosts = [...new Set(addresses.filter(isAddress).map((address) => URL.parse(address.trim())?.host ?? ''))].filter(Boolean)
  return hosts.length > HOSTS ? `${hosts.slice(0, HOSTS).join(', ')} and others` : hosts.join(', ')
}
