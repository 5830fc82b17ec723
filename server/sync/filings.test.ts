import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { stepped } from '#shared/domain/filing/step.ts'
import { aFiledApplication } from '#shared/domain/filing/testing/a-filing.ts'
import { takeQuestion } from '../questions/take-question.ts'
import { ACentre, otherScope } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'
import { readRow } from './read-row.ts'

describe.each(await centres())('applications filed at a counter, at the centre, on $name', (kind) => {
  let centre: ACentre
  let desk: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    desk = await centre.device()
  })
  afterAll(() => centre.close())

  const rowsOf = async (device: ADevice, entity: string) =>
    (await device.copy()).rows.filter((one) => one.entity === entity).map(({ row }) => row)
  const fact = (id: string) =>
    aFiledApplication({
      applicationId: id,
      kitir: { kitirId: `kt-${id}`, number: `L-3578071004-02-${id}`, code: `LKT1:${id}`, pinVerifier: 'v' },
      at: '2026-11-24T01:59:00.000Z',
      deviceCode: desk.identity.deviceCode,
    })
  const file = (id: string) => desk.command('application.file', fact(id), { staffId: 'rini' })

  test('what was filed reaches the devices of its unit and no others, with its e-Kitir and the application that the promise is about', async () => {
    expect(await desk.verdicts(file('f-1'))).toMatchObject([{ kind: 'applied', code: null }])
    expect(await rowsOf(desk, 'filing')).toMatchObject([{ id: 'f-1', status: 'DIAJUKAN' }])
    expect(await rowsOf(desk, 'kitir')).toMatchObject([{ id: 'kt-f-1', applicationId: 'f-1' }])
    expect(await rowsOf(desk, 'application')).toMatchObject([
      { id: 'f-1', status: 'DIAJUKAN', acceptedAt: null, kitirNumber: 'L-3578071004-02-f-1' },
    ])
    for (const entity of ['filing', 'kitir', 'application'])
      expect(await rowsOf(await centre.device(otherScope), entity)).toEqual([])
  })

  test('an application that comes twice is one, and its promise follows what happens to it', async () => {
    await desk.verdicts(file('f-2'), file('f-2'))
    const filing = (await rowsOf(desk, 'filing')).find((row) => row?.id === 'f-2') as unknown as Filing
    const step = {
      stepId: 's-1',
      status: 'PERBAIKAN',
      at: '2026-11-24T01:59:30.000Z',
      note: 'Buram',
      by: 'kng',
    } as const
    await centre.write('filing', stepped(filing, step))
    const said = { people: {}, answers: {}, requirements: {}, doubts: [], note: 'Difoto ulang', offline: false }
    const repair = { ...fact('f-2'), ...said, repairId: 'p-1' }
    expect(await desk.verdicts(desk.command('application.repair', repair, { staffId: 'rini' }))).toMatchObject([
      { kind: 'applied', code: null },
    ])
    const application = (await rowsOf(desk, 'application')).find((row) => row?.id === 'f-2')
    expect(application).toMatchObject({
      status: 'DIAJUKAN',
      returns: [{ from: '2026-11-24T01:59:30.000Z', to: '2026-11-24T01:59:00.000Z' }],
    })
  })

  test('a name and a NIK that were put right are those of the application and of its promise, at every device', async () => {
    await desk.verdicts(file('f-4'))
    const people = { owner: { name: 'Dewi Lestari Ningsih', nik: '3578015204900002' } }
    const said = { people, answers: {}, requirements: {}, doubts: [], note: 'Nama', offline: false }
    const repair = { ...fact('f-4'), ...said, repairId: 'p-4' }
    await desk.verdicts(desk.command('application.repair', repair, { staffId: 'rini' }))
    const of = { applicantName: 'Dewi Lestari Ningsih', applicantNik: '3578015204900002' }
    const named = async (entity: string) => (await rowsOf(desk, entity)).find((row) => row?.id === 'f-4')
    expect(await named('filing')).toMatchObject({ ...of, subjectName: of.applicantName, subjectNik: of.applicantNik })
    expect(await named('application')).toMatchObject(of)
  })

  test('an e-Kitir made anew that comes before its application (the centre was put back) replaces the first one all the same', async () => {
    const again = {
      ...fact('f-3'),
      ...{ reissueId: 'r-3', applicationId: 'f-3', ownerName: 'Dewi Lestari', reason: 'lost', offline: true },
      ...{ replacesNumber: 'L-3578071004-02-f-3', replacesKitirId: 'kt-f-3' },
      kitir: { kitirId: 'kt-r-3', number: 'L-3578071004-02-r-3', code: 'LKT1:r-3', pinVerifier: 'v' },
    }
    await desk.verdicts(desk.command('ekitir.reissue', again, { staffId: 'rini' }), file('f-3'))
    const states = (await rowsOf(desk, 'kitir')).filter((row) => row?.applicationId === 'f-3')
    expect(states).toMatchObject([
      { id: 'kt-f-3', state: 'replaced', acts: ['f-3', 'r-3'] },
      { id: 'kt-r-3', state: 'valid', acts: ['r-3'] },
    ])
    expect((await rowsOf(desk, 'filing')).find((row) => row?.id === 'f-3')).toMatchObject({
      kitirNumber: 'L-3578071004-02-r-3',
      acts: ['f-3', 'r-3'],
    })
  })

  test('a question about an application finds it by its first number, by that of an e-Kitir made anew, and by KNG’s own', async () => {
    const found = await readRow(centre.server.centre.db, 'filing', 'f-3')
    if (!found) throw new Error('it was filed above')
    await centre.write('filing', { ...found, kngNumber: '3578/KNG/2026/000077' })
    const asked = async (kitirNumber: string) => {
      const questionId = `q-${kitirNumber}`
      await takeQuestion(centre.server.centre, {
        ...{ questionId, messageId: `${questionId}-1`, text: 'Kapan jadi?', subject: 'Kapan jadi?', scope: null },
        ...{ kitirNumber, askedBy: { name: 'Ratna', contact: null } },
      })
      return (await rowsOf(desk, 'question')).find((row) => row?.id === questionId)?.applicationId
    }
    for (const number of ['L-3578071004-02-f-3', 'L-3578071004-02-R-3', '3578 kng 2026 000077'])
      expect([number, await asked(number)]).toEqual([number, 'f-3'])
  })
})
