import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookupAnswer } from '#shared/contract/sync/protocol.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { aFiledApplication } from '#shared/domain/filing/testing/a-filing.ts'
import { ACentre, otherScope, scope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

describe.each(await centres())('look-ups on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    device = await centre.device()
  })
  afterAll(() => centre.close())

  const lookUp = async (code: string) =>
    lookupAnswer.parse(await (await device.request(`/v1/lookup?code=${encodeURIComponent(code)}`)).json())
  const elsewhere = { scope: otherScope, unitName: 'Kelurahan Ketabang', kecamatan: 'Genteng', own: false }

  test('an e-Kitir is found by its code, its label and its number however it is typed, wherever its card is', async () => {
    const card = await centre.addCard('777', { scope: otherScope, labelCode: 'LABEL-ELSEWHERE' })
    const { kitirNumber } = card
    const typed = [kitirNumber.toLowerCase(), kitirNumber.replaceAll('-', ' '), kitirNumber.replaceAll('-', '')]
    for (const code of [card.kitirCode, card.labelCode, ...typed])
      expect(await lookUp(code)).toEqual({
        found: true,
        kitirNumber,
        cards: [
          {
            cardId: '777',
            kind: 'ktp-el',
            state: 'ready',
            ownerName: card.ownerName,
            ...elsewhere,
            handedOverAt: null,
          },
        ],
        applicationStatus: 'SIAP_DIAMBIL',
        application: { status: 'SIAP_DIAMBIL', applicantName: card.ownerName, ...elsewhere },
      })
  })

  test('every card of a kitir is told, each with its own state and, once it was given away, when', async () => {
    const at = '2026-11-23T04:00:00.000Z'
    const first = await centre.addCard('kia-1', { scope: otherScope, kind: 'kia', state: 'handed-over', ...given(at) })
    const { kitirNumber, kitirCode } = first
    await centre.write('card', { ...first, id: 'ktp-1', kind: 'ktp-el', state: 'print-queue', handedOver: null })
    for (const code of [kitirCode, kitirNumber])
      expect((await lookUp(code)).cards).toMatchObject([
        { cardId: 'kia-1', state: 'handed-over', handedOverAt: at, own: false },
        { cardId: 'ktp-1', state: 'print-queue', handedOverAt: null, own: false },
      ])
  })

  test('a card and an application of the unit that asks are its own, not elsewhere', async () => {
    const { kitirCode } = await centre.addCard('mine')
    expect(await lookUp(kitirCode)).toMatchObject({
      cards: [{ cardId: 'mine', scope, own: true }],
      application: { scope, own: true },
    })
  })

  test('an e-Kitir of any counter leads to what was filed, by code, number and KNG’s number, and one that was replaced says so', async () => {
    const desk = await centre.device(otherScope)
    const kitir = (id: string) => ({
      kitirId: id,
      number: `L-${otherScope}-01-${id}`,
      code: `LKT1:${id}`,
      pinVerifier: 'v',
    })
    const fact = aFiledApplication({ applicationId: 'filed-1', kitir: kitir('000501'), at: '2026-11-24T01:59:00.000Z' })
    const again = {
      ...{ ...fact, kitir: kitir('000502'), reissueId: 'again-1', ownerName: 'Dewi Lestari', reason: 'lost' },
      ...{ replacesNumber: fact.kitir.number, replacesKitirId: fact.kitir.kitirId },
    }
    const kinds = await desk.verdicts(desk.command('application.file', fact), desk.command('ekitir.reissue', again))
    expect(kinds.map(({ kind }) => kind)).toEqual(['applied', 'applied'])
    const filing = (await desk.copy()).rows.find(({ entity, id }) => entity === 'filing' && id === 'filed-1')?.row
    await centre.write('filing', { ...(filing as unknown as Filing), kngNumber: 'KNG-2611-900777' })
    const application = { status: 'DIAJUKAN', applicantName: 'Dewi Lestari', ...elsewhere }
    const answer = { found: true, cards: [], applicationStatus: 'DIAJUKAN', application }
    for (const code of ['LKT1:000502', `l ${otherScope} 01 000502`, 'kng2611900777'])
      expect(await lookUp(code)).toEqual({ ...answer, kitirNumber: `L-${otherScope}-01-000502` })
    for (const code of ['LKT1:000501', fact.kitir.number])
      expect(await lookUp(code)).toEqual({ ...answer, kitirNumber: fact.kitir.number, replaced: true })
  })

  test.each([
    ["'; DROP TABLE rows; --"],
    ['https://klampid.example/k/unknown-unknown-unknown'],
    ['KNG\u0000-2611'],
    ['-.-'],
  ])('a code that nobody knows is not found, and whatever is in it is only text: %j', async (code) => {
    expect(await lookUp(code)).toMatchObject({ found: false, kitirNumber: null, cards: [], application: null })
  })

  test('who asked is written down, as far as the device says it', async () => {
    const ask = (headers: Record<string, string>) => device.request('/v1/lookup?code=who-asks', { headers })
    await ask({ 'x-loket-staff': 'rini' })
    await ask({})
    const asked = await centre.server.centre.db
      .selectFrom('lookups')
      .select(['device_id', 'staff_id'])
      .where('code_hash', '=', createHash('sha256').update('who-asks').digest('hex'))
      .execute()
    const { deviceId: device_id } = device.identity
    expect(asked).toHaveLength(2)
    expect(asked).toEqual(
      expect.arrayContaining([
        { device_id, staff_id: 'rini' },
        { device_id, staff_id: null },
      ]),
    )
  })
})

const given = (at: string) => ({
  handedOver: {
    handoverId: 'h-1',
    receiptNumber: '1',
    at,
    collectorName: 'Dewi',
    collectorKind: 'self' as const,
    staffName: 'Rini',
    staffCode: 'X-rini',
    deviceCode: '01',
  },
})
