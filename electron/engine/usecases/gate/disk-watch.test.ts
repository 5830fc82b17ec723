import { expect, test } from 'vitest'
import { diskWatch } from './disk-watch.ts'

test('room that was made counts at once; plenty is not asked about again', async () => {
  let free = 5_000_000
  let asked = 0
  const disk = diskWatch(async () => {
    asked += 1
    return free
  })
  await disk.measure()
  free = 300_000_000_000
  expect(await disk.lately()).toBe(free)
  expect(await disk.lately()).toBe(free)
  expect(asked).toBe(2)
})
