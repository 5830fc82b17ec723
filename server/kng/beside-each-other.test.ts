import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { aFiledApplication } from '#shared/domain/filing/testing/a-filing.ts'
import { ACentre, scope } from '../testing/a-centre.ts'
import { AKng } from '../testing/a-kng.ts'
import { centres } from '../testing/databases.ts'

vi.setConfig({ testTimeout: 600_000 })

const opened: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close()
})

/** Until it is so; the time of the test is the limit. The clock goes on, so that what failed once is tried again. */
async function until(centre: ACentre, so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    centre.later(1)
  }
}

describe.each(await centres())('processes that exchange with KNG by themselves, on $name', (kind) => {
  test('however many there are, each application is told once and each step is taken once', async () => {
    const kng = await AKng.open(() => new Date('2026-11-24T02:00:00.000Z'))
    opened.push(kng)
    const centre = await ACentre.open(kind, 'new', { kng: { ...kng.address, everyMs: 50 } })
    opened.push(centre)
    const desk = await centre.device()
    const ids = Array.from({ length: 6 }, (_, index) => `f-${index}`)
    const commands = ids.map((applicationId) => {
      const kitir = {
        kitirId: `kt-${applicationId}`,
        number: `L-1-${applicationId}`,
        code: applicationId,
        pinVerifier: 'v',
      }
      const what = { applicationId, kitir, requirements: {}, collectionUnit: scope }
      return desk.command('application.file', aFiledApplication({ ...what, at: '2026-11-24T01:59:00.000Z' }))
    })
    await desk.verdicts(...commands)
    const filings = async () =>
      (await desk.copy()).rows.flatMap(({ entity, row }) => (entity === 'filing' ? [row as unknown as Filing] : []))
    await until(centre, async () => (await filings()).every(({ kngNumber }) => kngNumber !== null))
    while ((await kng.kng.step()) > 0);
    await until(centre, async () => (await filings()).every(({ status }) => status === 'DIKIRIM'))
    expect((await filings()).map(({ steps }) => steps.map(({ status }) => status).join(' '))).toEqual(
      ids.map(() => 'DIAJUKAN VERIFIKASI VALIDASI ANTRE_CETAK DICETAK SIAP_KIRIM DIKIRIM'),
    )
    // A machine that is slow for once postpones a line, and it is told again under the same key.
    expect(kng.count('POST /v1/applications')).toBeGreaterThanOrEqual(6)
    const cards = (await desk.copy()).rows.filter(({ entity }) => entity === 'card')
    expect(new Set(cards.map(({ row }) => row?.applicationId)).size).toBe(6)
    expect(cards).toHaveLength(6)
  })
})
