import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/fixtures/temporary-folder.ts'
import { openStore } from '../database/open.ts'
import type { Store } from '../database/store.ts'
import { FakeClock } from '../testing/fake-world.ts'
import { type KeptTime, keptTime } from './kept-time.ts'
import { remember } from './sync-state.ts'

const hour = 60
const day = 24 * hour
const start = Date.parse('2026-11-24T02:00:00.000Z')

let folder: ReturnType<typeof temporaryFolder>
let store: Store
let clock: FakeClock
let time: KeptTime
beforeEach(async () => {
  folder = temporaryFolder('kept-time')
  clock = new FakeClock()
  await open()
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

async function open() {
  const file = join(folder.path, 'loket.db')
  store = await openStore({ file, key: Buffer.alloc(32, 3), sqliteBinding: undefined, now: clock.now() })
  time = keptTime({ store, clock })
}
/** The program ends and starts again. */
async function restart() {
  await store.close()
  await open()
}
const heard = (minutes: number) => store.inTransaction((trx) => time.heard(trx, at(minutes)))
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
/** It runs for so long, with its ticks. */
async function run(minutes: number) {
  for (let passed = 0; passed < minutes; passed += 10) {
    clock.pass(10)
    await time.tick()
  }
}

test('while nobody touches the clock, it is the time', async () => {
  await heard(0)
  await run(5 * hour)
  expect(await time.now()).toBe(at(5 * hour))
  await restart()
  clock.pass(3 * day)
  expect(await time.now()).toBe(at(5 * hour + 3 * day))
})

test('a clock set back does not take the time back, not after a restart either; and time goes on', async () => {
  await heard(0)
  clock.pass(13 * day)
  await run(20)
  clock.set(-12 * day)
  expect(await time.now()).toBe(at(13 * day + 20))
  await restart()
  await time.tick()
  await run(2 * hour)
  expect(await time.now()).toBe(at(13 * day + 20 + 2 * hour))
})

test('a clock that was ahead for a moment leaves no trace', async () => {
  await heard(0)
  await run(20)
  clock.set(400 * day)
  expect(await time.now()).toBe(at(20 + 400 * day))
  await run(10)
  clock.set(-400 * day)
  await run(20)
  expect(await time.now()).toBe(at(50))
})

test('what a clock that stood ahead has written down ends with the next word of the centre', async () => {
  await heard(0)
  clock.set(400 * day)
  await run(30)
  clock.set(-400 * day)
  expect(await time.now()).toBe(at(30 + 400 * day))
  await heard(30)
  await restart()
  expect(await time.now()).toBe(at(30))
})

test('a clock that is known to be wrong is read by what the centre said of it', async () => {
  clock.set(-365 * day)
  await store.inTransaction((trx) => remember(trx, 'clock-offset-ms', 365 * day * 60_000))
  await heard(0)
  clock.pass(2 * day)
  await restart()
  expect(await time.now()).toBe(at(2 * day))
})
