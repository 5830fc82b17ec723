import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import type { LedgerPayment } from '#shared/domain/claim/claim-ledger.ts'
import { paymentsCsv } from '#shared/domain/claim/ledger-csv.ts'
import { Counter } from '../../electron/engine/testing/counter.ts'
import { aCard, change } from '../../electron/engine/testing/rows.ts'
import { ACentre, password, scope } from '../../server/testing/a-centre.ts'
import { databases } from '../../server/testing/databases.ts'

const hostile = [
  "' OR 1=1 --",
  "'; DROP TABLE card; --",
  "x'); DELETE FROM audit_entry; --",
  '" OR ""="',
  '%',
  '_%',
  '*',
  'NEAR(a b)',
  'a" OR "b',
  '^a',
  'a AND NOT b',
  'owner_name:a',
  '\\',
  "\\' OR 1=1 --",
  '$1',
  '?',
  ':x',
  '1; SELECT pg_sleep(9)',
  "'||(SELECT password_hash FROM staff_accounts)||'",
]

let counter: Counter | null = null
let centre: ACentre | null = null
afterEach(async () => {
  await counter?.close()
  await centre?.close()
  counter = null
  centre = null
})

test('hostile texts typed on a device find what bears them and nothing else, and every row is still there', async () => {
  const cards = [
    aCard('k-1', { ownerName: 'Budi Santoso' }),
    ...hostile.map((text, at) =>
      aCard(`h-${at}`, { ownerName: `Nama ${text}`, labelCode: text, place: { rack: text, box: text, number: text } }),
    ),
  ]
  counter = await Counter.with({ cards })
  await counter.signIn()
  const counted = async () =>
    (await sql<{ n: number }>`SELECT count(*) AS n FROM card`.execute(counter?.store.read as never)).rows[0]?.n
  for (const text of hostile) {
    const found = await counter.get('card.search', { text, limit: 50 })
    expect({ text, names: found.map(({ ownerName }) => ownerName).filter((name) => name === 'Budi Santoso') }).toEqual({
      text,
      names: [],
    })
    await counter.get('card.list', {
      filter: 'all',
      search: text,
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 50,
    })
    expect(await counter.get('scan.resolve', { code: text, source: 'typed' })).not.toMatchObject({ kind: 'forged' })
    expect(await counter.ask('session.sign-in', { username: text, password: text })).toMatchObject({ ok: false })
    expect(await counter.ask('card.get', { cardId: text.slice(0, 64) })).toMatchObject({
      ok: false,
      refusal: { code: 'card-unknown' },
    })
  }
  expect(await counted()).toBe(cards.length)
  const all = await counter.get('card.list', {
    filter: 'all',
    search: '',
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 100,
  })
  expect(all.rows.map(({ ownerName }) => ownerName).toSorted()).toEqual(
    cards.map(({ ownerName }) => ownerName).toSorted(),
  )
  expect(await counter.pull([change('card', aCard('k-9', { ownerName: "x'); --" }))])).toBeDefined()
})

test('hostile texts sent to the centre open no door, tell nothing, and every table is still there', async () => {
  const [kind] = (await databases()).slice(-1)
  if (!kind) throw new Error('no database')
  centre = await ACentre.open(kind)
  await centre.addCard('k-1', { ownerName: 'Budi Santoso' })
  const device = await centre.device()
  for (const text of hostile) {
    expect((await device.post('/v1/staff/sign-in', { username: text.slice(0, 64), password: text })).status).toBe(403)
    for (const path of [
      `/v1/lookup?code=${encodeURIComponent(text)}`,
      `/v1/sync/changes?cursor=${encodeURIComponent(text)}`,
      `/v1/sync/snapshot?scope=${encodeURIComponent(text.slice(0, 32))}`,
    ]) {
      const answer = await device.request(path)
      expect({ path, status: answer.status < 500 && (answer.status !== 200 || path.startsWith('/v1/lookup')) }).toEqual(
        { path, status: true },
      )
      expect(await answer.text()).not.toContain('Budi')
    }
    const forged = await device.request('/v1/region-pack', {
      headers: { authorization: `Bearer ${scope}_${encodeURIComponent(text)}xxxxxxxxxxxxxxxxxxxx` },
    })
    expect(forged.status).toBe(401)
    const [verdict] = await device.verdicts(device.handOver(text.slice(0, 60)))
    // A fact about a card that nobody knows: kept, and about no other.
    expect(verdict?.kind).toBe('applied')
  }
  expect((await device.post('/v1/staff/sign-in', { username: 'rini', password })).status).toBe(200)
  const card = (await device.copy()).rows.find(({ entity, id }) => entity === 'card' && id === 'k-1')
  expect(card?.row).toMatchObject({ ownerName: 'Budi Santoso', state: 'ready' })
  expect(centre.errors).toEqual([])
})

test('no cell of an exported ledger is run by a spreadsheet, whatever names are in it, and each reads as it was', () => {
  const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '"', ';', '')
  const name = fc
    .tuple(starts, fc.constantFrom('1+1', "cmd|' /C calc'!A0", 'HYPERLINK("http://x")', 'Budi', '\n=1'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(name, name, (unit, staff) => {
      const payment = {
        ...{ day: '2026-11-24', receiptNumber: staff, scope: unit, cause: 'counter', amount: 50_000, method: 'cash' },
        ...{ checkedBy: staff, approvedBy: staff, paidBy: staff, stands: true },
      } as LedgerPayment
      const [, ...rows] = cellsOf(paymentsCsv([payment], () => unit))
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
      const asText = (text: string) => text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')
      expect(rows[0]?.map(asText).slice(1, 4)).toEqual([staff, unit, unit])
    }),
  )
})

/** A CSV file as a spreadsheet reads it. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '') continue
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}
