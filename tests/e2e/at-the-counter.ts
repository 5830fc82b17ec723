import { test as base } from '@playwright/test'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { onlyUnpacked, packagedProgram } from '../fixtures/packaged.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

/** Every test has a kelurahan of its own: server, desks and data are copies that nobody else touches. */
export const test = base.extend<{ kelurahan: Kelurahan; whereItCanRun: undefined }>({
  whereItCanRun: [
    // biome-ignore lint/correctness/noEmptyPattern: as below.
    async ({}, use, about) => {
      const reason = packagedProgram === null ? undefined : onlyUnpacked[about.title]
      about.skip(reason !== undefined, reason)
      await use(undefined)
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
  kelurahan: async ({}, use) => {
    using place = temporaryFolder('e2e-test')
    const kelurahan = await Kelurahan.open(process.env.LOKET_E2E_CITY ?? '', `${place.path}/city`)
    await use(kelurahan)
    await kelurahan.close()
  },
})

export { expect } from '@playwright/test'
