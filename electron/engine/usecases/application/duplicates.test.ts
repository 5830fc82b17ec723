import { afterEach, beforeEach, expect, test } from 'vitest'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { Application } from '#shared/domain/application/application.ts'
import { aFiling, applicantNik } from '../../testing/a-filing.ts'
import { Counter } from '../../testing/counter.ts'
import { change, scope } from '../../testing/rows.ts'

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

test('an open application of the same person and service is told before another is filed', async () => {
  const applicationId = await file(aFiling)
  const asked = (service: string) => counter.get('application.duplicates', { service, niks: [applicantNik] })
  expect(await asked('KTP-ULANG')).toMatchObject([{ applicationId, ownerName: 'Dewi Lestari' }])
  expect(await asked('KIA')).toEqual([])
  await counter.get('application.withdraw', { applicationId, reason: 'Sudah ketemu' })
  expect(await asked('KTP-ULANG')).toEqual([])
})

test('an application that came by KNG is told, too, until it is over; one that was taken back here is not told by its promise', async () => {
  const byPhone: Application = {
    ...{ id: 'kng-1', scope, service: 'KTP-ULANG', applicantName: 'Dewi Lestari', applicantNik },
    ...{ kitirNumber: '3578/KTP/2026/11/24/0001', kitirCode: '3578/KTP/2026/11/24/0001', collectionUnit: scope },
    ...{ status: 'CEK_BIOMETRIK', submittedAt: '2026-11-24T01:00:00.000Z', acceptedAt: null, dueAt: null },
    ...{ fulfilledAt: null, acts: [] },
  }
  await counter.pull([change('application', byPhone)])
  const asked = async () =>
    (await counter.get('application.duplicates', { service: 'KTP-ULANG', niks: [applicantNik] })).map(
      ({ applicationId, here }) => [applicationId, here],
    )
  expect(await asked()).toEqual([['kng-1', 'promised']])
  const applicationId = await file(aFiling)
  await counter.pull([
    change('application', { ...byPhone, id: applicationId }),
    change('application', { ...byPhone, status: 'SELESAI' }, 2),
  ])
  expect(await asked()).toEqual([[applicationId, 'filed']])
  await counter.get('application.withdraw', { applicationId, reason: 'Sudah ketemu' })
  expect(await asked()).toEqual([])
})
