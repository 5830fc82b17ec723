import { Clerk } from '../fixtures/clerk.ts'
import type { LinkMood } from '../fixtures/link.ts'
import { expect, test } from './at-the-counter.ts'

/** What the status bar's explanation says first, by what is wrong between desk and centre. */
const troubles: readonly { mood: LinkMood; words: RegExp }[] = [
  { mood: 'error-500', words: /Pusat sedang bermasalah/ },
  { mood: 'html', words: /Jawaban jaringan bukan dari pusat/ },
  { mood: 'half', words: /Jawaban pusat terputus|Pusat tidak menjawab/ },
  { mood: 'cut', words: /tidak terjangkau/ },
  { mood: 'silent', words: /Pusat tidak menjawab/ },
]

for (const { mood, words } of troubles) {
  test(`a centre that is "${mood}": the desk says so in words, keeps working, and finds back`, async ({
    kelurahan,
  }) => {
    const { page } = await kelurahan.startDesk(1, { clip: null })
    const rini = new Clerk(page)
    await rini.signIn()
    await rini.open('Sinkronisasi')
    await kelurahan.link().become(mood)
    await rini.button(/Sinkronkan sekarang/).click()
    await expect(rini.status(/Luring/)).toBeVisible({ timeout: 45_000 })
    await rini.status(/Luring/).click()
    await expect(page.getByRole('dialog').getByText(words)).toBeVisible()
    await page.keyboard.press('Escape')

    await rini.openHandover(kelurahan.kitir('ready'))
    await kelurahan.link().restore()
    await rini.open('Sinkronisasi')
    await rini.button(/Sinkronkan sekarang/).click()
    await expect(rini.status('Daring')).toBeVisible({ timeout: 45_000 })
  })
}
