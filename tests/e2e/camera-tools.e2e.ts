import { Clerk } from '../fixtures/clerk.ts'
import { expect, test } from './at-the-counter.ts'

test('a camera with a lamp has the lamp and the mirror at hand, each with its key', async ({ kelurahan }) => {
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  // The fake camera has no lamp, so it is given one that remembers what it was told.
  await page.evaluate(() => {
    const { getCapabilities } = MediaStreamTrack.prototype
    Object.assign(MediaStreamTrack.prototype, {
      getCapabilities(this: MediaStreamTrack) {
        return { ...getCapabilities.call(this), torch: true }
      },
      applyConstraints: async () => undefined,
    })
  })
  await rini.open('Pindai')
  await expect(page.locator('video')).toBeVisible()
  const [lamp, mirror] = [rini.button('Lampu'), rini.button('Cermin')]
  await expect(lamp).toBeInViewport({ ratio: 1 })
  await expect(mirror).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Alt+L')
  await expect(lamp).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Alt+M')
  await expect(mirror).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('video')).toHaveAttribute('data-mirrored', 'true')
})
