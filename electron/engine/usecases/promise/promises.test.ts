import { afterEach, expect, test } from 'vitest'
import type { Application } from '#shared/domain/application/application.ts'
import type { Incident } from '#shared/domain/incident/incident.ts'
import type { OfficeCalendar } from '#shared/domain/office-calendar/office-calendar.ts'
import surabaya from '../../../../resources/regions/surabaya.json' with { type: 'json' }
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'

let counter: Counter
const zoneOfThePc = process.env.TZ
afterEach(async () => {
  if (zoneOfThePc === undefined) delete process.env.TZ
  else process.env.TZ = zoneOfThePc
  await counter.close()
})

/** Local wall-clock time in Surabaya. */
const wib = (local: string) => new Date(`${local.replace(' ', 'T')}:00+07:00`).toISOString()

const anApplication = (id: string, accepted: string, more: Partial<Application> = {}): Application => ({
  id,
  scope,
  kitirNumber: `KNG-2611-${id}`,
  kitirCode: `https://klampid.example/k/${id}`,
  service: 'KTP-ULANG',
  status: 'ANTRE_CETAK',
  applicantName: `Warga ${id}`,
  applicantNik: '3578015204900001',
  submittedAt: wib(accepted),
  acceptedAt: wib(accepted),
  dueAt: null,
  fulfilledAt: null,
  collectionUnit: scope,
  ...more,
})

const anOutage = (from: string, to: string | null): Incident => ({
  id: `i-1@${scope}`,
  scope,
  registerId: 'i-1',
  kind: 'outage',
  from: wib(from),
  to: to === null ? null : wib(to),
  units: [scope],
  services: null,
  source: 'Surat Ditjen Dukcapil',
  registeredBy: 'dewi',
  registeredAt: wib(from),
  withdrawnAt: null,
})

const [week] = surabaya.office.weeks.kelurahan
const aCalendar = (more: Partial<OfficeCalendar>): OfficeCalendar => ({
  id: scope,
  scope,
  zone: 'Asia/Jakarta',
  saturdayCounts: false,
  weeks: [week as NonNullable<typeof week>],
  exceptions: {},
  ...more,
})
const holiday = { kind: 'national-holiday', name: 'Hari Guru', hours: [], working: false } as const

/** A desk on Tuesday 24 November 2026, 09.00, that knows these applications. */
async function aDesk(...applications: readonly Application[]) {
  counter = await Counter.with({ changes: applications.map((row) => change('application', row)) })
  await counter.signIn()
}

const list = (filter: 'all' | 'late' | 'due-soon' | 'running' | 'paused' | 'excluded' | 'finished-late', search = '') =>
  counter.get('promise.list', { filter, search, offset: 0, limit: 50 })
const states = async (filter: Parameters<typeof list>[0]) =>
  (await list(filter)).rows.map(({ applicationId, clock }) => [applicationId, clock.state])
const read = (applicationId: string) => counter.get('promise.get', { applicationId })
const dueOf = async (applicationId: string) => (await read(applicationId)).line.clock.dueAt
const codes = async (applicationId: string) => (await read(applicationId)).steps.map(({ code }) => code)

test('the list runs from late over soon and running to what stands and what is outside, each counted', async () => {
  await aDesk(
    anApplication('running', '2026-11-24 08:30'),
    anApplication('late', '2026-11-20 09:00'),
    anApplication('soon', '2026-11-23 10:00'),
    anApplication('later', '2026-11-19 10:00'),
    anApplication('paused', '2026-11-23 10:00', { returns: [{ from: wib('2026-11-23 11:00'), to: null }] }),
    anApplication('excluded', '2026-11-23 10:00', { grounds: ['other-town-document'] }),
    anApplication('rejected', '2026-11-23 10:00', { status: 'DITOLAK' }),
    anApplication('too-late', '2026-11-19 10:00', { status: 'SIAP_DIAMBIL', fulfilledAt: wib('2026-11-20 11:00') }),
    anApplication('in-time', '2026-11-19 10:00', { status: 'SIAP_DIAMBIL', fulfilledAt: wib('2026-11-20 09:00') }),
  )
  const all = await list('all')
  expect(all.rows.map(({ applicationId, clock }) => [applicationId, clock.state])).toEqual([
    ['later', 'late'],
    ['late', 'late'],
    ['soon', 'due-soon'],
    ['running', 'running'],
    ['paused', 'paused'],
    ['excluded', 'excluded'],
  ])
  expect(all.counts).toEqual({
    all: 6,
    late: 2,
    'due-soon': 1,
    running: 1,
    paused: 1,
    excluded: 1,
    'finished-late': 1,
  })
  for (const [filter, ids] of Object.entries({
    'due-soon': ['soon'],
    running: ['running'],
    'finished-late': ['too-late'],
  }))
    expect((await list(filter as 'running')).rows.map(({ applicationId }) => applicationId)).toEqual(ids)
})

test('what is soon becomes late by itself, to the second', async () => {
  await aDesk(anApplication('soon', '2026-11-23 10:00'))
  counter.clock.pass(60)
  expect(await states('all')).toEqual([['soon', 'due-soon']])
  counter.clock.pass(1)
  expect(await states('late')).toEqual([['soon', 'late']])
  expect((await read('soon')).line.clock.secondsLate).toBe(60)
})

test('an outage that the centre registers stops the clock here, on the list and on the card; its end moves the due time', async () => {
  const card = aCard('k-1', { state: 'print-queue', applicationId: 'a-1', arrivedAt: null })
  counter = await Counter.with({
    cards: [card],
    changes: [change('application', anApplication('a-1', '2026-11-23 10:00', { dueAt: wib('2026-11-24 10:00') }))],
  })
  await counter.signIn()
  const promiseOfCard = async () => (await counter.get('card.get', { cardId: 'k-1' })).card.promise
  expect(await promiseOfCard()).toMatchObject({ kind: 'running', dueAt: wib('2026-11-24 10:00'), soon: true })
  const topics = await counter.pull([change('incident', anOutage('2026-11-24 08:00', null))])
  expect([...topics]).toContain('thing:incident')
  expect(await states('paused')).toEqual([['a-1', 'paused']])
  expect(await promiseOfCard()).toMatchObject({ kind: 'paused' })
  await counter.pull([change('incident', anOutage('2026-11-24 08:00', '2026-11-24 08:30'), 2)])
  expect(await promiseOfCard()).toMatchObject({ kind: 'running', dueAt: wib('2026-11-24 10:30') })
  expect((await read('a-1')).steps).toEqual([
    { code: 'starts-at-acceptance', values: { at: wib('2026-11-23 10:00') } },
    { code: 'due', values: { at: wib('2026-11-24 10:00') } },
    {
      code: 'stopped',
      values: {
        cause: 'outage',
        from: wib('2026-11-24 08:00'),
        to: wib('2026-11-24 08:30'),
        officeSeconds: 1800,
        incidentId: `i-1@${scope}`,
      },
    },
    { code: 'extended', values: { at: wib('2026-11-24 10:30'), officeSeconds: 1800 } },
    { code: 'moved', values: { told: wib('2026-11-24 10:00'), at: wib('2026-11-24 10:30') } },
  ])
})

test('a holiday that is added after the due time was told moves it, in the list and on Beranda, and the explanation says so', async () => {
  await aDesk(anApplication('a-1', '2026-11-23 08:30', { dueAt: wib('2026-11-24 08:30') }))
  const late = async () => (await counter.get('home.summary', {})).todo.some(({ kind }) => kind === 'late')
  expect([await states('late'), await late()]).toEqual([[['a-1', 'late']], true])
  await counter.pull([change('office-calendar', aCalendar({ exceptions: { '2026-11-24': holiday } }))])
  expect([await states('late'), await late()]).toEqual([[], false])
  expect(await dueOf('a-1')).toBe(wib('2026-11-25 08:30'))
  expect((await read('a-1')).steps.slice(1)).toEqual([
    { code: 'day-off', values: { day: '2026-11-24', reason: 'national-holiday', name: 'Hari Guru' } },
    { code: 'due', values: { at: wib('2026-11-25 08:30') } },
    { code: 'moved', values: { told: wib('2026-11-24 08:30'), at: wib('2026-11-25 08:30') } },
  ])
})

test('Friday 14.00 is due on Monday 14.00, and on Saturday 14.00 where Saturday counts', async () => {
  await aDesk(anApplication('a-1', '2026-11-20 14:00'))
  expect(await dueOf('a-1')).toBe(wib('2026-11-23 14:00'))
  await counter.pull([change('office-calendar', aCalendar({ saturdayCounts: true }))])
  expect(await dueOf('a-1')).toBe(wib('2026-11-21 14:00'))
})

test('filed at night the clock starts at the next opening; a leap day is a day like any other', async () => {
  await aDesk(
    anApplication('night', '2026-11-23 22:15'),
    anApplication('leap', '2028-02-28 10:00'),
    anApplication('after-leap', '2028-02-29 10:00'),
  )
  expect(await codes('night')).toEqual(['starts-at-opening', 'due'])
  expect(await dueOf('night')).toBe(wib('2026-11-25 07:30'))
  expect(await dueOf('leap')).toBe(wib('2028-02-29 10:00'))
  expect(await dueOf('after-leap')).toBe(wib('2028-03-01 10:00'))
})

test('a PC set to another zone reads the same clock', async () => {
  process.env.TZ = 'America/New_York'
  expect(new Date('2026-07-01T00:00:00Z').getHours()).toBe(20)
  await aDesk(anApplication('night', '2026-11-23 22:15'), anApplication('friday', '2026-11-20 14:00'))
  expect([await dueOf('night'), await dueOf('friday')]).toEqual([wib('2026-11-25 07:30'), wib('2026-11-23 14:00')])
})

test('columns that were written by an older program are worked out anew when this one starts', async () => {
  await aDesk(anApplication('excluded', '2026-11-20 14:00', { grounds: ['force-majeure'] }))
  await counter.store.inTransaction(async (trx) => {
    await trx
      .updateTable('application')
      .set({ clock: 'timed', due_at: wib('2026-11-21 14:00') })
      .execute()
    await trx.deleteFrom('setting').where('name', '=', 'clock-terms').execute()
  })
  expect((await list('all')).counts.excluded).toBe(0)
  await counter.restart()
  expect((await list('all')).counts.excluded).toBe(1)
})

test('found by number or by whose card it is; one that is not known here is told so', async () => {
  await aDesk(anApplication('A1', '2026-11-20 14:00'), anApplication('B2', '2026-11-20 15:00'))
  expect((await list('all', 'kng 2611 b')).rows.map(({ applicationId }) => applicationId)).toEqual(['B2'])
  expect((await counter.get('promise.get', { kitirNumber: 'kng2611a1' })).line.applicationId).toBe('A1')
  expect(await counter.ask('promise.get', { applicationId: 'nowhere' })).toMatchObject({
    ok: false,
    refusal: { code: 'application-unknown' },
  })
})
