import { resolve } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { callRoles } from '#shared/domain/staff/permissions.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import { createDocuments } from '../../electron/engine/documents/create-documents.ts'
import { Counter } from '../../electron/engine/testing/counter.ts'
import { aCard, aPerson } from '../../electron/engine/testing/rows.ts'
import { pdfText } from '../fixtures/pdf-text.ts'
import { samples } from '../papers/samples.ts'

// Every paper is drawn and read again.
vi.setConfig({ testTimeout: 300_000 })

let counter: Counter | null = null
afterEach(async () => {
  await counter?.close()
  counter = null
})

/** Sixteen digits that are no part of a longer number. */
const wholeNik = /(?<!\d)\d{16}(?!\d)/

const questions = (cardId: string, handoverId: string) =>
  ({
    'card.list': { filter: 'all', search: '', sort: 'age', descending: true, offset: 0, limit: 50 },
    'card.search': { text: 'dewi', limit: 10 },
    'card.get': { cardId },
    'card.history': { cardId },
    'handover.get': { handoverId },
    'handover.to-review': {},
    'handover.doubts': { cardId },
    'promise.list': { filter: 'running', search: '', offset: 0, limit: 50 },
    'complaint.list': {},
    'case.list': { state: 'all' },
    'scan.recent': { limit: 20 },
    'print.list': {},
    'home.summary': {},
    'sync.overview': {},
    'old-card.list': {},
    'shift.today': {},
    'shift.drawer': {},
    'bulk.draft': {},
    'audit.list': { day: '2026-11-24', staffId: null, kind: null, before: null, limit: 200 },
  }) as const

test('no answer to any role bears a whole NIK, but that of the one question that asks for it', async () => {
  const roles: readonly Role[] = ['counter', 'kelurahan', 'mobile', 'supervisor', 'admin']
  const staff = roles.map((role) => aPerson(role, { roles: [role] }))
  counter = await Counter.with({ cards: [aCard('k-1'), aCard('k-2')], staff })
  await counter.signIn('counter')
  const handed = await counter.handOver('k-1')
  if (!handed.ok) throw new Error(handed.refusal.code)
  const answered = new Set<string>()
  for (const role of roles) {
    await counter.signIn(role)
    for (const [name, input] of Object.entries(questions('k-1', handed.value.handoverId))) {
      const answer = await counter.ask(name as keyof typeof callRoles, input as never)
      if (answer.ok) answered.add(name)
      expect({ role, name, nik: wholeNik.exec(JSON.stringify(answer))?.[0] }).toEqual({ role, name, nik: undefined })
    }
  }
  // The search itself finds one where it is.
  expect(wholeNik.test(JSON.stringify(await counter.get('card.reveal-nik', { cardId: 'k-1' })))).toBe(true)
  expect([...answered]).toEqual(expect.arrayContaining(['card.list', 'card.get', 'handover.get', 'audit.list']))
})

test('no paper bears a whole NIK', async () => {
  const documents = createDocuments(resolve(import.meta.dirname, '../../resources'))
  for (const [name, paper] of Object.entries(samples())) {
    const text = (await pdfText(await documents.paper(paper))).join(' ')
    expect(text.length).toBeGreaterThan(100)
    expect({ name, nik: wholeNik.exec(text)?.[0] }).toEqual({ name, nik: undefined })
  }
})
