import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Catalogue, Service } from '#shared/domain/catalogue/catalogue.ts'
import type { FiledFacts } from '#shared/domain/catalogue/filed-facts.ts'
import { aboutOf } from '#shared/domain/catalogue/problem.ts'
import { type Mistake, mistakesIn, mistakesOfApplicant } from '#shared/domain/catalogue/testing/mistakes.ts'
import { validFacts, variantsOf } from '#shared/domain/catalogue/testing/valid-facts.ts'
import surabaya from '../../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { aDraftOf } from '../../testing/a-draft-of.ts'
import { Counter } from '../../testing/counter.ts'

const { services } = surabaya as Catalogue

let counter: Counter
beforeAll(async () => {
  counter = await Counter.with({})
  counter.quickVerifiers = true
  await counter.signIn()
})
afterAll(() => counter.close())

/** Each thing that can be wrong with an application for this service, once, in the first way to file it that asks for it. */
function mistakesWith(service: Service): readonly Mistake[] {
  const ways = variantsOf(service).map((variant) => validFacts(service, variant, '2026-11-24'))
  const all = ways.flatMap((facts) => [...mistakesOfApplicant(service, facts), ...mistakesIn(service, facts)])
  return [...new Map(all.toReversed().map((one) => [JSON.stringify(one.says), one])).values()]
}

const saved = async ({ code }: Service, facts: FiledFacts, draftId: string | null) =>
  (await counter.get('intake.save-draft', { draftId, draft: aDraftOf(code, facts) })).draftId

/** Rows of everything that an application leaves when it is filed. */
async function left(): Promise<number[]> {
  const { read } = counter.store
  const tables = ['command', 'thing', 'kitir_pin', 'audit_entry', 'blob'] as const
  const rows = await Promise.all(tables.map((table) => read.selectFrom(table).selectAll().execute()))
  return rows.map(({ length }) => length)
}

test.each(services.map((service) => [service.code, service] as const))(
  '%s with any one thing wrong is refused for that thing, and leaves nothing but its draft; put right it is filed',
  async (code, service) => {
    const before = await left()
    const [way = { answers: {}, ages: {} }] = variantsOf(service)
    const inOrder = validFacts(service, way, '2026-11-24')
    const draftId = await saved(service, inOrder, null)
    const mistakes = mistakesWith(service)
    for (const { facts, says } of mistakes) {
      await saved(service, facts, draftId)
      const details = { service: code, code: says.code, about: aboutOf(says) }
      expect(await counter.fault('application.file', { draftId })).toEqual({ code: 'application-unfit', details })
    }
    expect(mistakes.length).toBeGreaterThan(3)
    expect(await left()).toEqual(before)
    await saved(service, inOrder, draftId)
    const { filed } = await counter.get('application.file', { draftId })
    expect((await counter.outbox()).at(-1)).toBe(filed[0]?.applicationId)
  },
)
