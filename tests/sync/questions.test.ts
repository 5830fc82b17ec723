import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { takeQuestion } from '../../server/questions/take-question.ts'
import { City } from './city.ts'
import { addDinas, addPerson, EngineDesk } from './dinas-desk.ts'

// Real servers and engines start, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let city: City
let dinas: string
beforeAll(async () => {
  city = await City.found()
  dinas = await addDinas(city)
})
afterAll(() => city.close())

const ask = (scope: string, questionId: string, messageId: string, text: string) =>
  takeQuestion(city.server.centre, {
    ...{ questionId, messageId, text, scope, kitirNumber: null, subject: 'Kapan jadi?' },
    askedBy: { name: 'Ratna', contact: null },
  })

/** A kelurahan with two desks that have a citizen's question, both without a network. */
async function twoDesks(questionId: string) {
  const scope = await city.office(0)
  const names = [`ani-${scope}`, `budi-${scope}`] as const
  for (const name of names) await addPerson(city, scope, name, 'kelurahan')
  await ask(scope, questionId, `${questionId}-1`, 'Kapan KTP saya jadi?')
  const desks: EngineDesk[] = []
  for (const name of names) desks.push(await EngineDesk.of(city.url, await city.enrolmentCode(scope), name))
  const [first, second] = desks as [EngineDesk, EngineDesk]
  for (const desk of desks) await desk.get('sync.set-connection', { connected: false })
  return { scope, first, second, close: () => Promise.all(desks.map((desk) => desk.close())) }
}

const comeBack = async (desk: EngineDesk) => {
  await desk.get('sync.set-connection', { connected: true })
  await desk.sync()
}
const said = async (desk: EngineDesk, questionId: string) => {
  const { happenings, line } = await desk.get('question.get', { questionId })
  return { state: line.state, texts: happenings.flatMap((one) => ('text' in one ? [one.text] : [])) }
}

test('two desks that answered one question without a network both did, and both see both; what was asked meanwhile still waits', async () => {
  const { scope, first, second, close } = await twoDesks('q-two')
  await first.get('question.answer', { questionId: 'q-two', text: 'Besok pagi.', upTo: 'q-two-1' })
  await first.get('question.answer', { questionId: 'q-two', text: 'Bawa KTP lama.', upTo: 'q-two-1' })
  await second.get('question.answer', { questionId: 'q-two', text: 'Lusa.', upTo: 'q-two-1' })
  expect((await said(second, 'q-two')).state).toBe('answered')
  await ask(scope, 'q-two', 'q-two-2', 'Apakah buka hari Sabtu?')
  await comeBack(first)
  await comeBack(second)
  await first.sync()
  const all = await said(first, 'q-two')
  expect(all).toEqual(await said(second, 'q-two'))
  expect(all.state).toBe('open')
  expect(all.texts.toSorted()).toEqual([
    'Apakah buka hari Sabtu?',
    'Bawa KTP lama.',
    'Besok pagi.',
    'Kapan KTP saya jadi?',
    'Lusa.',
  ])
  expect(all.texts.indexOf('Besok pagi.')).toBeLessThan(all.texts.indexOf('Bawa KTP lama.'))
  await close()
})

test('handed to the Dinas it is gone from every desk of the old unit, and what one of them answered before it knew is read there', async () => {
  const { first, second, close } = await twoDesks('q-moved')
  await second.get('question.answer', { questionId: 'q-moved', text: 'Ditulis luring.', upTo: 'q-moved-1' })
  await first.get('question.transfer', { questionId: 'q-moved', to: dinas, reason: 'Perlu keputusan Dinas' })
  await comeBack(first)
  await comeBack(second)
  for (const desk of [first, second]) {
    expect(await desk.ask('question.get', { questionId: 'q-moved' })).toMatchObject({
      refusal: { code: 'question-unknown' },
    })
    expect((await desk.get('sync.overview', {})).exceptions).toEqual([])
  }
  const siola = await EngineDesk.of(city.url, await city.enrolmentCode(dinas), 'dewi')
  expect(await said(siola, 'q-moved')).toEqual({
    state: 'answered',
    texts: ['Kapan KTP saya jadi?', 'Ditulis luring.'],
  })
  await siola.close()
  await close()
})

test('of two units that two desks named at once the first has it, and whoever named the second is told', async () => {
  const { first, second, close } = await twoDesks('q-wanted')
  await first.get('question.transfer', { questionId: 'q-wanted', to: dinas, reason: 'Perlu keputusan Dinas' })
  await second.get('question.transfer', { questionId: 'q-wanted', to: dinas, reason: 'Bukan urusan kami' })
  await comeBack(first)
  await comeBack(second)
  expect((await second.get('sync.overview', {})).exceptions).toMatchObject([
    { kind: 'refused', code: 'question-elsewhere' },
  ])
  await close()
})
