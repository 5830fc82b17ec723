import { expect, test } from 'vitest'
import file from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import type { Catalogue, Requirement, Service } from './catalogue.ts'
import { serviceChanges } from './service-changes.ts'

const { services } = file as Catalogue
const before = services.find(({ code }) => code === 'KTP-ULANG') as Service
const [kk, police] = before.requirements as [Requirement, Requirement]
const after = (change: Partial<Service>): Service => ({ ...before, ...change })

test('what came, what is asked for in another way, and what went is named as the catalogue names it', () => {
  const surat: Requirement = { id: 'surat', label: 'Surat pengantar', accepts: ['original'] }
  const others = before.requirements.slice(2)
  const changed = after({
    requirements: [{ ...kk, accepts: ['original'] }, surat, ...others],
    fields: before.fields.filter(({ id }) => id !== 'lastPrint'),
  })
  expect(serviceChanges(before, changed)).toEqual([
    { kind: 'dropped', label: 'Tanggal cetak terakhir' },
    { kind: 'added', label: 'Surat pengantar' },
    { kind: 'altered', label: kk.label },
    { kind: 'dropped', label: police.label },
  ])
})

test('another order of what a part is made of, other words about the service, and the same service are no change', () => {
  const turned = Object.fromEntries(Object.entries(kk).toReversed()) as unknown as Requirement
  const same = after({ about: 'Lain', requirements: [turned, ...before.requirements.slice(1)] })
  for (const one of [same, before]) expect(serviceChanges(before, one)).toEqual([])
})
