import { expect, test } from 'vitest'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { newDraft } from './begun.ts'
import { DraftKeeper, type Kept } from './draft-keeper.ts'

const draftOf = (service: string): IntakeDraft => newDraft(service)

/** An engine that answers when it is told to. */
function aSlowEngine() {
  const asked: { readonly draftId: string | null; readonly service: string | undefined }[] = []
  const answers: (() => void)[] = []
  const told: Kept['state'][] = []
  let broken = false
  const save = (draftId: string | null, draft: IntakeDraft) =>
    new Promise<{ draftId: string; savedAt: string }>((resolve, reject) => {
      asked.push({ draftId, service: draft.services[0]?.service })
      const fails = broken
      answers.push(() =>
        fails ? reject(new Error('disk')) : resolve({ draftId: 'd-1', savedAt: '2026-11-24T02:00:00.000Z' }),
      )
    })
  const keeper = new DraftKeeper(
    null,
    save,
    ({ state }) => told.push(state),
    () => 'disk-full',
  )
  return {
    keeper,
    asked,
    told,
    answer: () => answers.shift()?.(),
    fail: () => (broken = true),
    mend: () => (broken = false),
  }
}

test('what is typed while a save is under way is kept after it, under the one id: there are never two drafts of one', async () => {
  const { keeper, asked, answer, told } = aSlowEngine()
  keeper.change(draftOf('KIA'))
  const first = keeper.flush()
  keeper.change(draftOf('KK-HILANG'))
  const second = keeper.flush()
  answer()
  await first
  await Promise.resolve()
  answer()
  await second
  expect(asked).toEqual([
    { draftId: null, service: 'KIA' },
    { draftId: 'd-1', service: 'KK-HILANG' },
  ])
  expect(told.at(-1)).toBe('kept')
})

test('what could not be kept is kept at the next try, and a draft that was filed is not brought back', async () => {
  const { keeper, asked, answer, told, fail, mend } = aSlowEngine()
  fail()
  keeper.change(draftOf('KIA'))
  const failing = keeper.flush()
  answer()
  await failing
  expect(told.at(-1)).toBe('failed')
  mend()
  const again = keeper.flush()
  answer()
  await again
  expect([asked.length, told.at(-1)]).toEqual([2, 'kept'])
  keeper.change(draftOf('KIA'))
  keeper.end()
  await keeper.flush()
  expect(asked).toHaveLength(2)
})
