import { expect, it } from 'vitest'

import { nextPace, secondsLeft, startPace } from './pace'

it('knows nothing before the first quarter of a second', () => {
  expect(nextPace(startPace(0), 5000, 100).bytesPerSecond).toBeUndefined()
})

it('measures a steady transfer exactly', () => {
  let pace = startPace(0)
  for (let step = 1; step <= 10; step += 1) pace = nextPace(pace, step * 500_000, step * 500)
  expect(pace.bytesPerSecond).toBeCloseTo(1_000_000)
  expect(secondsLeft(pace, 5_000_000, 8_000_000)).toBeCloseTo(3)
})

it('follows a change within a few seconds', () => {
  let pace = nextPace(startPace(0), 10_000_000, 1000)
  for (let step = 1; step <= 5; step += 1) pace = nextPace(pace, 10_000_000 + step * 1_000_000, 1000 + step * 1000)
  expect(pace.bytesPerSecond).toBeLessThan(1_400_000)
})
