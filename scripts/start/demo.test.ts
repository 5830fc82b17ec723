import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts'
import { claimDemo, openDemo } from './demo.ts'

test('a second demonstration in one folder is turned away, also while the first one begins anew, until it has ended', () => {
  using place = temporaryFolder('demo')
  const folder = join(place.path, 'demo')
  mkdirSync(folder)
  const first = claimDemo(folder)
  rmSync(folder, { recursive: true })
  expect(() => claimDemo(folder)).toThrow(`Loket is running already (process ${process.pid}): end that one first.`)
  expect(() => claimDemo(folder)).toThrow('running already')
  first.release()
  claimDemo(folder).release()
})

test('a city of an older version is named, and left as it is', async () => {
  using place = temporaryFolder('demo')
  writeFileSync(
    join(place.path, 'plan.json'),
    JSON.stringify({ serverData: 'server', kitirFolder: 'ekitir', kitirs: [], parcels: [], desks: [] }),
  )
  await expect(openDemo(place.path)).rejects.toThrow('is of an older version: delete that folder to begin anew')
})
