import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { validFacts } from '#shared/domain/catalogue/testing/valid-facts.ts'
import surabaya from '../../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { aDraftOf } from '../../testing/a-draft-of.ts'
import { aFiling } from '../../testing/a-filing.ts'
import { Counter } from '../../testing/counter.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({})
  await counter.signIn()
})
afterEach(() => counter.close())

async function file(draft: IntakeDraft): Promise<string> {
  const { draftId } = await counter.get('intake.save-draft', { draftId: null, draft })
  const [filed] = (await counter.get('application.file', { draftId })).filed
  return filed?.applicationId ?? ''
}

/** What the citizen is told of an application that is filed now. */
async function told(draft: IntakeDraft) {
  const { expectedAt, clock } = await counter.get('status.of', { applicationId: await file(draft) })
  return [expectedAt, clock?.state, clock?.grounds]
}
/** No clock runs before the papers were found complete. */
const tomorrow = ['2026-11-25T02:00:00.000Z', undefined, undefined]

test('printed again within six months is outside the promise, and its clock says why; on the day six months after it is promised', async () => {
  const printed = (lastPrint: string): IntakeDraft => {
    const services = aFiling.services.map((begun) => ({ ...begun, answers: { ...begun.answers, lastPrint } }))
    return { ...aFiling, services }
  }
  expect(await told(printed('2026-05-25'))).toEqual([null, 'excluded', ['recent-reprint']])
  expect(await told(printed('2026-05-24'))).toEqual(tomorrow)
})

test('a second extract is promised for the next working day, one that another town issued is not, and its clock says why', async () => {
  const service = surabaya.services.find(({ code }) => code === 'AK-LAHIR2') as Service
  const issued = (issuedBy: string) =>
    aDraftOf('AK-LAHIR2', validFacts(service, { answers: { issuedBy }, ages: {} }, '2026-11-24'))
  expect(await told(issued('surabaya'))).toEqual(tomorrow)
  expect(await told(issued('elsewhere'))).toEqual([null, 'excluded', ['other-town-document']])
})
