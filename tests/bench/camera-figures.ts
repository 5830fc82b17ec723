import type { Page } from '@playwright/test'
import type { City } from '../fixtures/city.ts'
import { Clerk } from '../fixtures/clerk.ts'
import { Kelurahan } from '../fixtures/kelurahan.ts'
import { expect } from '../fixtures/patient-expect.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { against, type Figure, median } from './figures.ts'

const runs = 5

/** In the real program: from the key that opens the camera to the answer "read" on the screen, with an e-Kitir before the webcam. */
export async function cameraFigures(template: City): Promise<readonly Figure[]> {
  using place = temporaryFolder('bench-camera')
  const kelurahan = await Kelurahan.open(template.folder, `${place.path}/city`)
  try {
    await kelurahan.show(kelurahan.kitir('ready'))
    const { page } = await kelurahan.startDesk(1)
    const clerk = new Clerk(page)
    await clerk.signIn()
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      await watchForCode(page)
      await page.keyboard.press('F2')
      times.push(await page.evaluate(() => (globalThis as unknown as Watching).codeRead))
      await expect(clerk.heading('Serah terima')).toBeVisible()
      await clerk.open('Beranda')
    }
    return [against({ name: 'camera open to result', value: median(times), unit: 'ms' }, '<', 1000)]
  } finally {
    await kelurahan.close()
  }
}

type Watching = { codeRead: Promise<number> }

/** From the next key to the word on the screen, by the page's own clock: the test driver must not count. Set up when it returns, so that no key comes first. */
function watchForCode(page: Page): Promise<void> {
  return page.evaluate(() => {
    const codeRead = new Promise<number>((resolve) => {
      const pressed = () => {
        const at = performance.now()
        const look = () =>
          document.body.textContent?.includes('Kode terbaca')
            ? resolve(performance.now() - at)
            : requestAnimationFrame(look)
        look()
      }
      addEventListener('keydown', pressed, { once: true, capture: true })
    })
    Object.assign(globalThis, { codeRead })
  })
}
