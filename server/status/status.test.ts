import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusAnswer, statusTries } from '#shared/contract/sync/status.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { aFiledApplication } from '#shared/domain/filing/testing/a-filing.ts'
import { ACentre, otherScope } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

const pin = '481516'

describe.each(await centres())('the status for who knows the PIN, on $name', (kind) => {
  let centre: ACentre
  /** Where it was filed, and where the citizen asks. */
  let desk: ADevice
  let elsewhere: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    desk = await centre.device()
    elsewhere = await centre.device(otherScope)
  })
  afterAll(() => centre.close())

  async function file(id: string) {
    const pinVerifier = await centre.server.centre.hasher.hash(pin)
    const kitir = { kitirId: `kt-${id}`, number: `L-3578071004-02-${id}`, code: `LKT1:${id}`, pinVerifier }
    const fact = aFiledApplication({ applicationId: id, kitir, at: '2026-11-24T01:59:00.000Z' })
    await desk.verdicts(desk.command('application.file', fact, { staffId: 'rini' }))
    return kitir.number
  }
  const read = async (code: string, typed: string | null) =>
    statusAnswer.parse((await elsewhere.post('/v1/status', { code, pin: typed })).body)

  test('without the PIN nothing is told but whose unit it is, with a wrong one neither', async () => {
    const kitirNumber = await file('000601')
    const about = { kitirNumber, unitName: 'Kelurahan Gading' }
    expect(await read('LKT1:000601', null)).toEqual({ outcome: 'pin-needed', ...about })
    expect(await read(kitirNumber.toLowerCase(), '111222')).toEqual({ outcome: 'wrong', ...about })
  })

  test('with it, the course and the promise, at whichever counter; no NIK and nothing that was answered', async () => {
    const kitirNumber = await file('000602')
    const opened = await read('LKT1:000602', pin)
    expect(opened).toMatchObject({
      outcome: 'open',
      status: {
        ...{ applicationId: '000602', kitirNumber, applicantName: 'Dewi Lestari', status: 'DIAJUKAN' },
        ...{ service: 'KTP-ULANG', steps: [{ status: 'DIAJUKAN' }], cards: [], results: [] },
      },
    })
    for (const secret of ['3578015204900001', '1990-04-12', 'lost', 'argon2'])
      expect(JSON.stringify(opened)).not.toContain(secret)
  })

  test('so many tries in an hour, wrong or right, and it stays shut until the next', async () => {
    const kitirNumber = await file('000603')
    for (let tried = 0; tried < statusTries.times; tried++)
      expect((await read(kitirNumber, '111222')).outcome).toBe('wrong')
    expect((await read(kitirNumber, pin)).outcome).toBe('locked')
    centre.later(statusTries.perSeconds)
    await elsewhere.signIn()
    expect((await read(kitirNumber, pin)).outcome).toBe('open')
  })

  test('a finished document comes with the PIN, to the byte; nothing else of its unit does', async () => {
    const code = await file('000604')
    const [pdf, other] = [Buffer.from('%PDF-1.7 as signed'), Buffer.from('%PDF-1.7 of somebody else')]
    const [sha256, otherHash] = [hashOf(pdf), hashOf(other)]
    for (const bytes of [pdf, other]) await desk.put(bytes)
    const filing = (await desk.copy()).rows.find(({ entity, id }) => entity === 'filing' && id === '000604')?.row
    const results = [{ sha256, title: 'Kutipan Akta', pages: 1, at: '2026-11-24T03:00:00.000Z' }]
    await centre.write('filing', { ...(filing as unknown as Filing), results })
    const path = '/v1/status/document'
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' } }
    const answer = await elsewhere.request(path, { ...asked, body: JSON.stringify({ code, pin, sha256 }) })
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
    expect(errorOf(await elsewhere.post(path, { code, pin: '111222', sha256 }))).toBe('not-found')
    expect(errorOf(await elsewhere.post(path, { code, pin, sha256: otherHash }))).toBe('not-found')
  })

  test('an e-Kitir that was made anew opens no more, a card of KNG without PIN says so, a label opens nothing', async () => {
    const replacesNumber = await file('000605')
    const { kitir, ...fact } = aFiledApplication({ applicationId: '000605' })
    const again = { kitirId: 'kt-again', number: 'L-3578071004-02-000606', code: 'LKT1:000606' }
    const pinVerifier = kitir.pinVerifier
    const told = { reissueId: 'again-5', ownerName: 'Dewi Lestari', reason: 'lost', replacesKitirId: 'kt-000605' }
    const reissue = { ...fact, ...told, kitir: { ...again, pinVerifier }, replacesNumber }
    await desk.verdicts(desk.command('ekitir.reissue', reissue, { staffId: 'rini' }))
    expect((await read(replacesNumber, pin)).outcome).toBe('replaced')
    const card = await centre.addCard('old-1', { pinVerifier: null, labelCode: 'LABEL-OLD' })
    expect((await read(card.kitirCode, pin)).outcome).toBe('no-pin')
    expect((await read('LABEL-OLD', null)).outcome).toBe('unknown')
    expect((await read('KNG-2611-nobody', null)).outcome).toBe('unknown')
  })
})

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
