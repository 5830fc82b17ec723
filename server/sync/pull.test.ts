import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, otherScope, scope } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

describe.each(await centres())('pull on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    device = await centre.device()
    for (let number = 1; number <= 30; number++) await centre.addCard(`first-${number}`)
    await centre.addCard('elsewhere', { scope: otherScope })
  })
  afterAll(() => centre.close())

  const ids = (rows: readonly { readonly entity: string; readonly id: string }[]) =>
    rows.map(({ entity, id }) => `${entity} ${id}`)

  test('the first copy is the same in small pages as in one, and holds the own scope alone', async () => {
    const whole = await device.copy(2000)
    const pieces = await device.copy(7)
    expect(ids(pieces.rows)).toEqual(ids(whole.rows))
    expect(new Set(whole.rows.map((row) => row.scope))).toEqual(new Set([scope]))
    expect(ids(whole.rows)).not.toContain('card elsewhere')
  })

  test('a row comes in a first copy exactly as it comes as a change, whatever signs its key has', async () => {
    const { cursor } = await device.copy()
    const [card] = (await device.copy()).rows
    await centre.write('application', { ...card?.row, id: 'a "quoted" \\ é\tkey', scope } as never)
    const [change] = (await device.changes(cursor)).rows
    expect((await device.copy(1)).rows.find(({ id }) => id === change?.id)).toEqual(change)
  })

  test('what changes while the first copy is fetched comes again after it', async () => {
    const first = await device.page(`/v1/sync/snapshot?scope=${scope}&limit=5`)
    await centre.addCard('meanwhile')
    const { rows } = await device.changes(first.end.cursor)
    expect(ids(rows)).toEqual(['application application-meanwhile', 'card meanwhile'])
  })

  test('what changed before the last page of a first copy was fetched comes again after its own cursor, too', async () => {
    const first = await device.page(`/v1/sync/snapshot?scope=${scope}&limit=5`)
    // Its key lies before the place where the copy goes on: no later page will hold it.
    await centre.write('application', { ...first.rows[0]?.row, id: 'a', scope } as never)
    const after = encodeURIComponent(first.end.after ?? '')
    const last = await device.page(`/v1/sync/snapshot?scope=${scope}&limit=2000&after=${after}`)
    expect(ids(last.rows)).not.toContain('application a')
    expect(ids((await device.changes(last.end.cursor)).rows)).toContain('application a')
  })

  test('nothing new is an empty page with the same place', async () => {
    const { cursor } = await device.copy()
    const { rows, end } = await device.changes(cursor)
    expect([rows, end.more]).toEqual([[], false])
  })

  test('a device cannot copy a scope that it was not granted', async () => {
    const answer = await device.request(`/v1/sync/snapshot?scope=${otherScope}`)
    expect(answer.status).toBe(403)
  })

  test('a cursor that is no cursor sends the device back to a first copy', async () => {
    const answer = await device.request('/v1/sync/changes?cursor=nonsense')
    expect([answer.status, errorOf({ status: answer.status, body: await answer.json() })]).toEqual([
      410,
      'cursor-too-old',
    ])
  })

  test('no cursor ever skips a change, however many desks write at once', async () => {
    const desks = await Promise.all([centre.device(), centre.device(), centre.device(), centre.device()])
    const cards = await Promise.all(
      Array.from({ length: 40 }, (_, index) => centre.addCard(`busy-${index}`).then(({ id }) => id)),
    )
    let { cursor } = await device.copy()
    const seen: { readonly seq: number; readonly id: string; readonly entity: string }[] = []
    const read = async () => {
      const page = await device.changes(cursor)
      cursor = page.end.cursor
      seen.push(...page.rows)
    }
    let writing = true
    const reader = (async () => {
      while (writing) await read()
    })()
    await Promise.all(
      desks.map(async (desk, number) => {
        for (const id of cards.filter((_, index) => index % desks.length === number))
          await desk.verdicts(desk.handOver(id))
      }),
    )
    writing = false
    await reader
    await read()
    expect(
      seen
        .filter(({ entity }) => entity === 'card')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(cards.toSorted())
    const numbers = seen.map(({ seq }) => seq)
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => (numbers[0] ?? 0) + index))
  })

  test('a poke tells that a scope moved', async () => {
    const stop = new AbortController()
    const stream = await device.request('/v1/sync/poke', { signal: stop.signal })
    const desk = await centre.device()
    const card = await centre.addCard('poked')
    await desk.verdicts(desk.handOver(card.id))
    expect(await textUntil(stream, `{"scope":"${scope}"}`)).toContain('event: moved')
    stop.abort()
  })
})

async function textUntil(answer: Response, part: string): Promise<string> {
  let text = ''
  for await (const bytes of answer.body ?? []) {
    text += Buffer.from(bytes).toString('utf8')
    if (text.includes(part)) return text
  }
  return text
}
