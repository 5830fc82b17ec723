import { expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import { requirementsFor } from './asked-now.ts'
import { type Catalogue, findService } from './catalogue.ts'
import { circumstancesOf, stillOpen } from './circumstances.ts'
import { type FiledFacts, noFacts } from './filed-facts.ts'

const service = (code: string) => {
  const found = findService(file as Catalogue, code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)

test('only what decides about papers is asked: lost or damaged, who applies, the age of the child', () => {
  const lost = circumstancesOf(service('KTP-ULANG'))
  expect([lost.applicant, ids(lost.fields), ids(lost.ages), ids(lost.married)]).toEqual([true, ['reason'], [], []])
  const kia = circumstancesOf(service('KIA'))
  expect([ids(kia.fields), ids(kia.ages)]).toEqual([['reason'], ['child']])
  const young = circumstancesOf(service('KTP-BARU17'))
  expect([ids(young.ages), ids(young.married)]).toEqual([['owner'], ['owner']])
})

test('a paper is needed, may still be needed, or is not: by what has been said', () => {
  const ktp = service('KTP-ULANG')
  const papers = (facts: FiledFacts) => {
    const now = requirementsFor(ktp, facts)
    const later = ktp.requirements.filter((one) => one.when && !now.includes(one) && stillOpen(one.when, facts))
    return [ids(now), ids(later)]
  }
  expect(papers(noFacts('2026-11-24'))).toEqual([['kk'], ['police-letter', 'old-ktp', 'old-ktp-copy', 'proxy-letter']])
  const answers = { reason: 'lost', applicantAs: 'self' }
  expect(papers({ ...noFacts('2026-11-24'), answers })).toEqual([['kk', 'police-letter', 'old-ktp-copy'], []])
})
