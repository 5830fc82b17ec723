import { test as base } from '@playwright/test'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { onlyUnpacked, packagedProgram } from '../fixtures/packaged.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { openWorkerPlace } from './worker-place.ts'

interface OfTheWorker {
  readonly workerPlace: undefined
}

interface AtTheCounter {
  /** Whether applications go on to a simulated KNG, which the test leads. */
  readonly withKng: boolean
  readonly kelurahan: Kelurahan
  readonly whereItCanRun: undefined
}

/** Every test has a kelurahan of its own: server, desks and data are copies that nobody else touches. */
export const test = base.extend<AtTheCounter, OfTheWorker>({
  workerPlace: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const close = await openWorkerPlace()
      await use(undefined)
      close()
    },
    { auto: true, scope: 'worker', timeout: 300_000 },
  ],
  withKng: [false, { option: true }],
  whereItCanRun: [
    // biome-ignore lint/correctness/noEmptyPattern: as below.
    async ({}, use, about) => {
      const reason = packagedProgram === null ? undefined : onlyUnpacked[about.title]
      about.skip(reason !== undefined, reason)
      await use(undefined)
    },
    { auto: true },
  ],
  kelurahan: async ({ withKng }, use) => {
    using place = temporaryFolder('e2e-test')
    const template = process.env.LOKET_E2E_CITY ?? ''
    const kelurahan = await Kelurahan.open(template, `${place.path}/city`, { kng: withKng })
    await use(kelurahan)
    await kelurahan.close()
  },
})

export { expect } from '@playwright/test'
