import { expect, test } from 'vitest'
import surabaya from '../../../resources/regions/surabaya.json' with { type: 'json' }
import { aCard, handedOver } from '../act/testing/an-act.ts'
import type { Card } from '../card/card.ts'
import type { RegionPack } from '../region/region-pack.ts'
import type { HandoverFact } from './handover.ts'
import { rulesUnmet } from './rules-unmet.ts'

const region = surabaya as RegionPack
const day = '2026-11-24'

function unmet(card: Partial<Card>, fact: Partial<HandoverFact>): boolean {
  const act = handedOver('h-1', 'k-1', fact)
  if (act.type !== 'handover.record') throw new Error('it is a hand-over')
  return rulesUnmet(aCard('k-1', card), act.payload, region, day)
}

const proxy = { kind: 'proxy', name: 'Slamet', nik: '3578010202800001', relation: 'Kuasa' } as const
const letter = { number: '1/SK/2026', date: day }
const young = { ownerBirthDate: '2010-11-25' }

test.each([
  ['nothing out of the ordinary', {}, {}, false],
  ['an owner who is seventeen tomorrow', { ownerBirthDate: '2009-11-25' }, {}, true],
  ['an owner who is seventeen today', { ownerBirthDate: '2009-11-24' }, {}, false],
  ['a young owner with a deed', young, { doubts: { about: ['owner-married'], reason: 'Buku nikah 117/2026' } }, false],
  ['a young owner without one', young, { doubts: { about: ['owner-married'], reason: 'Sudah kawin' } }, true],
  ['a proxy with a letter', {}, { collector: { ...proxy, proxyLetter: letter } }, false],
  ['a proxy without a letter', {}, { collector: { ...proxy, proxyLetter: null } }, true],
  ['a letter of tomorrow', {}, { collector: { ...proxy, proxyLetter: { ...letter, date: '2026-11-25' } } }, true],
  [
    'a proxy whose NIK is the owner’s',
    {},
    { collector: { ...proxy, nik: aCard('k').ownerNik, proxyLetter: letter } },
    true,
  ],
  ['a guardian for a KTP-el', {}, { collector: { ...proxy, kind: 'guardian', proxyLetter: null } }, true],
  ['an old card that stays with its owner', { issueReason: 'damaged' }, { oldCard: { kind: 'none' } }, true],
  ['an old card taken back', { issueReason: 'damaged' }, { oldCard: { kind: 'withdrawn', drawer: null } }, false],
  ['a PIN that could have been checked', { pinVerifier: 'argon2id' }, { pin: 'no-verifier' }, true],
  ['a PIN that nobody could check', {}, { pin: 'no-verifier' }, false],
] as const)('rules unmet: %s', (_, card, fact, expected) => {
  expect(unmet(card as Partial<Card>, fact as Partial<HandoverFact>)).toBe(expected)
})
