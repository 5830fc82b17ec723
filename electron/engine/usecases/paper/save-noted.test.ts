import { afterEach, beforeEach, expect, test } from 'vitest'
import { Counter } from '../../testing/counter.ts'
import { aCard } from '../../testing/rows.ts'

let counter: Counter
beforeEach(async () => {
  counter = await Counter.with({ cards: [aCard('k-1')] })
  await counter.signIn()
})
afterEach(() => counter.close())

test('a file is in the audit before it is offered: whoever ends the program while the dialog stands leaves an entry', async () => {
  const handover = await counter.handOver('k-1')
  const handoverId = handover.ok ? handover.value.handoverId : ''
  const last = async () => {
    const entries = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
    return JSON.parse(entries.at(-1)?.entry ?? '{}')
  }
  counter.shell.saveFile = async () => {
    throw new Error('the program ended')
  }
  expect(await counter.ask('handover.save-pdf', { handoverId })).toMatchObject({ ok: false })
  expect(await last()).toMatchObject({ kind: 'save-pdf', subject: handoverId })
})
