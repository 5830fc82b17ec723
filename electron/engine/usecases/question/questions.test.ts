import { afterEach, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { aFiling } from '#shared/domain/filing/testing/a-filing.ts'
import { aQuestion, asked, minute } from '#shared/domain/question/testing/a-question.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'

let counter: Counter
afterEach(() => counter.close())

const application = {
  ...{ id: 'a-1', scope, kitirNumber: 'KNG-2611-048201', kitirCode: 'https://klampid.example/k/a-1' },
  ...{ service: 'KTP-ULANG', status: 'ANTRE_CETAK' as const, applicantName: 'Ratna', applicantNik: '3578015204900001' },
  ...{
    submittedAt: '2026-11-24T01:00:00.000Z',
    acceptedAt: '2026-11-24T01:30:00.000Z',
    dueAt: null,
    fulfilledAt: null,
  },
  collectionUnit: scope,
}
const thread = { ...aQuestion(), applicationId: 'a-1', kitirNumber: 'KNG-2611-048201' }
const younger = { ...aQuestion([asked('m-9', minute(-5))]), id: 'q-2', askedAt: minute(-5) }

/** Tuesday 24 November 2026, 09.01. */
async function aDesk() {
  const changes = [change('application', application), change('question', thread), change('question', younger)]
  counter = await Counter.with({ cards: [aCard('k-1')], changes })
  counter.clock.pass(1)
  await counter.signIn()
}

const list = (filter: InputOf<'question.list'>['filter']) =>
  counter.get('question.list', { filter, offset: 0, limit: 50 })
const ids = async (filter: InputOf<'question.list'>['filter']) =>
  (await list(filter)).rows.map(({ questionId }) => questionId)
const get = (questionId = 'q-1') => counter.get('question.get', { questionId })

test('who waits longest stands first; an answer takes it from those who wait at once, and waits for the centre', async () => {
  await aDesk()
  expect(await ids('waiting')).toEqual(['q-2', 'q-1'])
  const { upTo } = await get()
  const { messageId } = await counter.get('question.answer', { questionId: 'q-1', text: 'Besok pagi.', upTo })
  expect(await ids('waiting')).toEqual(['q-2'])
  expect((await list('answered')).rows).toMatchObject([{ questionId: 'q-1', state: 'answered', centre: 'waiting' }])
  expect((await get()).happenings.at(-1)).toMatchObject({
    kind: 'staff',
    id: messageId,
    text: 'Besok pagi.',
    unsent: true,
  })
  expect(await counter.outbox()).toEqual(['q-1'])
})

test('its application is opened as it was filed, or by its promise where nothing else is known here', async () => {
  await aDesk()
  const known = async () => [(await get()).applicationHere, (await get('q-2')).applicationHere]
  expect(await known()).toEqual(['promised', null])
  await counter.pull([change('filing', aFiling({ id: 'a-1', scope }))])
  expect(await known()).toEqual(['filed', null])
})

test('templates are filled from the application; an answer with a field that nobody filled is not sent', async () => {
  await aDesk()
  const { templates, upTo } = await get()
  const status = templates.find(({ id }) => id === 'status')
  expect(status?.text).toContain('Permohonan KNG-2611-048201 saat ini menunggu dicetak.')
  expect(status?.text).toContain('Perkiraan selesai Rabu, 25 November 2026.')
  expect(status?.gaps).toEqual([])
  const repair = templates.find(({ id }) => id === 'repair')
  expect(repair?.gaps).toEqual(['sebutkan yang kurang'])
  expect(await counter.ask('question.answer', { questionId: 'q-1', text: repair?.text ?? '', upTo })).toEqual({
    ok: false,
    refusal: { code: 'answer-has-gaps', details: { field: 'sebutkan yang kurang' } },
  })
  expect(await counter.outbox()).toEqual([])
})

test('what was begun is there after the program fell over, for who began it alone, and is gone when it is sent', async () => {
  await aDesk()
  await counter.get('question.save-draft', { questionId: 'q-1', text: 'Yth. Ratna, ' })
  await counter.restart()
  await counter.signIn('fauzi')
  expect((await get()).draft).toBe('')
  await counter.signIn()
  expect([(await get()).draft, (await list('waiting')).rows.map(({ draft }) => draft)]).toEqual([
    'Yth. Ratna, ',
    [false, true],
  ])
  await counter.get('question.answer', { questionId: 'q-1', text: 'Yth. Ratna, besok.', upTo: 'm-1' })
  expect((await get()).draft).toBe('')
})

test('answers without a network go in the order in which they were written', async () => {
  await aDesk()
  const texts = ['Satu', 'Dua', 'Tiga']
  for (const text of texts) await counter.get('question.answer', { questionId: 'q-1', text, upTo: 'm-1' })
  const sent = await counter.deps.reading((db) => db.outbox.commandsAbout('question/q-1'))
  expect(sent.map(({ payload }) => JSON.parse(payload).text)).toEqual(texts)
})

test('mine are those that wait for me; laid back they are nobody’s', async () => {
  await aDesk()
  await counter.get('question.assign', { questionId: 'q-1', staffId: 'rini' })
  expect([await ids('mine'), await ids('unassigned')]).toEqual([['q-1'], ['q-2']])
  await counter.get('question.assign', { questionId: 'q-1', staffId: 'fauzi' })
  expect([await ids('mine'), (await get()).line.assignedTo?.staffName]).toEqual([[], 'Petugas fauzi'])
  await counter.get('question.assign', { questionId: 'q-1', staffId: null })
  expect(await ids('unassigned')).toEqual(['q-2', 'q-1'])
  expect(await counter.ask('question.assign', { questionId: 'q-1', staffId: 'nobody' })).toMatchObject({
    refusal: { code: 'staff-inactive' },
  })
})

test('handed on it stays in sight without counting, and is no matter of this desk any more; gone at the centre it is gone here', async () => {
  await aDesk()
  const to = '3578101003'
  expect(
    await counter.ask('question.transfer', { questionId: 'q-1', to: '9999999999', reason: 'Salah' }),
  ).toMatchObject({
    refusal: { code: 'unit-unknown' },
  })
  await counter.get('question.transfer', { questionId: 'q-1', to, reason: 'Warga Gubeng' })
  const waiting = await list('waiting')
  expect(waiting.rows.map(({ questionId, state }) => [questionId, state])).toEqual([
    ['q-2', 'open'],
    ['q-1', 'handed-on'],
  ])
  expect(waiting.counts.waiting).toBe(1)
  expect((await get()).happenings.at(-1)).toMatchObject({ kind: 'handed-on', reason: 'Warga Gubeng' })
  expect(await counter.ask('question.answer', { questionId: 'q-1', text: 'Besok.', upTo: 'm-1' })).toMatchObject({
    refusal: { code: 'question-elsewhere' },
  })
  await counter.pull([{ scope, seq: 9, entity: 'question', id: 'q-1', version: 2, row: null }])
  expect(await ids('waiting')).toEqual(['q-2'])
  expect(await counter.ask('question.get', { questionId: 'q-1' })).toMatchObject({
    refusal: { code: 'question-unknown' },
  })
})

test('closed it is among the closed; opened again it waits', async () => {
  await aDesk()
  await counter.get('question.close', { questionId: 'q-1', upTo: 'm-1' })
  expect([await ids('closed'), await ids('waiting')]).toEqual([['q-1'], ['q-2']])
  expect(await counter.ask('question.close', { questionId: 'q-1', upTo: 'm-1' })).toMatchObject({
    refusal: { code: 'question-closed' },
  })
  counter.clock.pass(1)
  await counter.get('question.reopen', { questionId: 'q-1' })
  expect(await ids('waiting')).toEqual(['q-2', 'q-1'])
})
