import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'

const key = Buffer.from(process.env.WEBHOOK_SECRET.replace(/^whsec_/, ''), 'base64')

/** Whether `body`, the bytes as they arrived, was signed less than five minutes ago. */
export function verify(headers, body) {
  const sent = headers['webhook-timestamp']
  const expected = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${sent}.`)
    .update(body)
    .digest()
  const fresh = Math.abs(Date.now() / 1000 - Number(sent)) < 300
  const given = headers['webhook-signature']
    .split(' ')
    .map((one) => Buffer.from(one.replace(/^v1,/, ''), 'base64'))
  return fresh && given.some((one) => one.length === expected.length && timingSafeEqual(one, expected))
}
