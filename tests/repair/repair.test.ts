import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { City } from '../sync/city.ts'
import { trial } from './trial.ts'

// A whole desk and a whole centre each, and other work may share the machine. `npm run repair` does a thousand of them.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
beforeAll(async () => {
  city = await City.found()
})
afterAll(() => city.close())

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 17])(
  'of a harmed database every act that can be read comes to the centre, and every other one is named (seed %i)',
  async (seed) => {
    const { told, wrong } = await trial(city, seed)
    expect(wrong, told).toEqual([])
  },
)
