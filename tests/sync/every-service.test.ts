import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import type { Catalogue, Service } from '#shared/domain/catalogue/catalogue.ts'
import { validFacts, variantsOf } from '#shared/domain/catalogue/testing/valid-facts.ts'
import type { Filing, Kitir } from '#shared/domain/filing/filing.ts'
import { aDraftOf } from '../../electron/engine/testing/a-draft-of.ts'
import surabaya from '../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { sheetJpeg } from '../fixtures/paper-picture.ts'
import { City } from './city.ts'
import { addPerson, EngineDesk } from './dinas-desk.ts'

// Real servers and engines start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const { services } = surabaya as Catalogue

let city: City
let scope: string
let desk: EngineDesk
beforeAll(async () => {
  city = await City.found()
  scope = await city.office(0)
  await addPerson(city, scope, 'ani', 'kelurahan')
  desk = await EngineDesk.of(city.url, await city.enrolmentCode(scope), 'ani')
  await desk.get('sync.set-connection', { connected: false })
})
afterAll(async () => {
  await desk.close()
  await city.close()
})

const save = async (draft: IntakeDraft, draftId: string | null = null) =>
  (await desk.get('intake.save-draft', { draftId, draft })).draftId

/** In the first way that the service knows, with a page photographed for each paper that is only taken as a file. */
async function file(service: Service) {
  const [way = { answers: {}, ages: {} }] = variantsOf(service)
  const facts = validFacts(service, way, calendarDay(new Date().toISOString(), 'Asia/Jakarta'))
  const draft = aDraftOf(service.code, facts)
  const draftId = await save(draft)
  for (const [requirementId, paper] of Object.entries(draft.services[0]?.requirements ?? {})) {
    if (paper.how !== 'upload') continue
    const pages = [sheetJpeg({ width: 400, height: 600 }).toString('base64')]
    paper.documents = [(await desk.get('document.add', { draftId, requirementId, pages })).documentId]
  }
  await save(draft, draftId)
  const { filed } = await desk.get('application.file', { draftId })
  return { facts, filed }
}

test('each service is filed without a network and comes to the centre once, with its people, its papers and its e-Kitir', async () => {
  const all = []
  for (const service of services) all.push({ service, ...(await file(service)) })
  expect(all.flatMap(({ filed }) => filed.map(({ serviceName }) => serviceName))).toEqual(
    services.map(({ name }) => name),
  )
  await desk.get('sync.set-connection', { connected: true })
  await desk.sync()

  const verdicts = await city.verdictsOf(scope, 'application.file')
  expect(verdicts.map(({ payload, kind, code }) => [payload.service, kind, code])).toEqual(
    services.map(({ code }) => [code, 'applied', null]),
  )
  expect(await city.commands(scope)).toHaveLength(services.length)
  const rows = (await city.rows(scope)) as Record<string, { row: Filing & Kitir }>
  for (const { service, facts, filed } of all) {
    const [{ applicationId = '', kitirId = '', kitirNumber = '' } = {}] = filed
    const filing = rows[`filing/${applicationId}`]?.row
    expect(filing).toMatchObject({ service: service.code, status: 'DIAJUKAN', people: facts.people, kitirNumber })
    expect(Object.keys(filing?.requirements ?? {})).toEqual(Object.keys(facts.requirements))
    expect(rows[`kitir/${kitirId}`]?.row).toMatchObject({ applicationId, number: kitirNumber, state: 'valid' })
  }
  const files = await city.server.centre.db.selectFrom('blobs').select('complete').where('scope', '=', scope).execute()
  const taken = services.flatMap(({ requirements }) => requirements.filter(({ accepts }) => accepts[0] === 'upload'))
  expect([files.length, files.every(({ complete }) => complete)]).toEqual([taken.length, true])
})
