import { expect, test } from 'vitest'
import { syncLoop } from './sync-loop.ts'

/** Rounds that end when they are told to. */
function rounds() {
  const ends: ((ok: boolean) => void)[] = []
  let most = 0
  let open = 0
  const round = () => {
    open += 1
    most = Math.max(most, open)
    return new Promise<{ ok: boolean; value: number }>((resolve) => {
      const number = ends.length + 1
      ends.push((ok) => {
        open -= 1
        resolve({ ok, value: number })
      })
    })
  }
  return { round, end: (ok = true) => ends.at(-1)?.(ok), begun: () => ends.length, mostAtOnce: () => most }
}

test('one round at a time; whoever asks meanwhile shares the next one', async () => {
  const { round, end, begun, mostAtOnce } = rounds()
  const loop = syncLoop(
    round,
    () => 0,
    () => 0.5,
  )
  const first = loop.now()
  const [second, third] = [loop.now(), loop.now()]
  expect(begun()).toBe(1)
  end()
  expect(await first).toBe(1)
  await expect.poll(begun).toBe(2)
  end()
  expect(await Promise.all([second, third])).toEqual([2, 2])
  expect(mostAtOnce()).toBe(1)
  await loop.pause()
})

test('after a success it polls in a minute, after failures it backs off', async () => {
  const { round, end } = rounds()
  const loop = syncLoop(
    round,
    () => 0,
    () => 0.5,
  )
  const once = async (ok: boolean) => {
    const over = loop.now()
    end(ok)
    await over
    return loop.nextAt()
  }
  expect(await once(true)).toBe(60_000)
  expect([await once(false), await once(false), await once(false)]).toEqual([500, 1_000, 2_000])
  expect(await once(true)).toBe(60_000)
  await loop.pause()
  expect(loop.nextAt()).toBeNull()
})
