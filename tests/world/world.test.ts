import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Grounds } from './grounds.ts'
import { leastCommands, leastFaults, runWorld } from './world.ts'

// A real server and real engines run, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let grounds: Grounds
beforeAll(async () => {
  grounds = await Grounds.lay()
})
afterAll(() => grounds.remove())

test('one seed is one story, to the byte, whatever was simulated before it', async () => {
  const first = await runWorld(grounds, 7)
  await runWorld(grounds, 8)
  const again = await runWorld(grounds, 7)
  expect(again).toEqual(first)
  expect(first.broken).toEqual([])
})

test('each world has its devices, commands and faults', async () => {
  for (let seed = 20; seed < 25; seed++) {
    const { devices, commands, faults, broken } = await runWorld(grounds, seed)
    expect(broken).toEqual([])
    expect(devices).toBeGreaterThanOrEqual(3)
    expect(commands).toBeGreaterThanOrEqual(leastCommands)
    expect(faults).toBeGreaterThanOrEqual(leastFaults)
  }
})
