import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACentre, scope } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'

/** A name that PostgreSQL cannot even compare with: whatever looks for it fails. */
const poison = 'rini\u0000'

describe.each(await centres())('commands that cannot be processed, on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  let cards = 0
  const aCard = () => {
    cards += 1
    return centre.addCard(`card-${cards}`)
  }
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    device = await centre.device()
  })
  afterAll(() => centre.close())

  const casesOf = async (cardId: string) =>
    (await device.copy()).rows.filter(({ entity, row }) => entity === 'case' && row?.cardId === cardId)

  /** Inserts into a table that fit the condition fail with this code of PostgreSQL while `run` runs. */
  async function whileFailing<T>(code: string, table: string, condition: string, run: () => Promise<T>): Promise<T> {
    const { db } = centre.server.centre
    await sql
      .raw(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'as the test wants it' USING ERRCODE = '${code}'; END $$`)
      .execute(db)
    await sql
      .raw(`CREATE TRIGGER failing BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION fail()`)
      .execute(db)
    try {
      return await run()
    } finally {
      await sql.raw('DROP FUNCTION fail CASCADE').execute(db)
    }
  }

  test('a hand-over that always fails is kept whole as a conflict with a case, and those behind it go on in the same push', async () => {
    const [first, stuck, behind] = [await aCard(), await aCard(), await aCard()]
    const before = device.handOver(first.id)
    const bad = device.handOver(stuck.id, { staffId: poison }, { staffId: poison })
    const commands = [before, bad, device.handOver(behind.id)]
    const verdicts = await device.verdicts(...commands)
    expect(verdicts).toMatchObject([
      { kind: 'applied' },
      { kind: 'conflict', code: 'unprocessable', original: null, caseId: expect.any(String) },
      { kind: 'applied' },
    ])
    const caseId = verdicts[1]?.caseId
    expect(await casesOf(stuck.id)).toMatchObject([{ id: caseId, scope, row: { state: 'open', handoverIds: [] } }])
    expect(await device.verdicts(...commands)).toMatchObject([
      { kind: 'duplicate', original: 'applied' },
      { kind: 'duplicate', original: 'conflict', code: 'unprocessable', caseId },
      { kind: 'duplicate', original: 'applied' },
    ])
    const kept = await centre.server.centre.db
      .selectFrom('commands')
      .select(['envelope', 'hash', 'signature', 'payload', 'salt'])
      .where('hash', '=', bad.hash)
      .execute()
    expect(kept).toEqual([bad])
  })

  test('whoever runs the centre reads of it in the log, which names the command and no value of it', async () => {
    const card = await aCard()
    const [verdict] = await device.verdicts(device.handOver(card.id, { staffId: poison }, { staffId: poison }))
    const [line, ...more] = centre.errors.filter((one) => one.includes(verdict?.commandId ?? 'none'))
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 50,
      msg: 'a command was kept but could not be processed',
      deviceId: device.identity.deviceId,
      err: { code: '22021' },
    })
    expect(line).not.toContain('rini')
    expect(more).toEqual([])
  })

  test('where not even the card can be named, the case names the act', async () => {
    const [verdict] = await device.verdicts(device.handOver('card-\u0000', {}, { staffId: poison }))
    expect(verdict).toMatchObject({ kind: 'conflict', code: 'unprocessable', caseId: expect.any(String) })
    const { rows } = await device.copy()
    expect(rows.find(({ id }) => id === verdict?.caseId)?.row).toMatchObject({
      cardId: null,
      fact: { type: 'handover.record', staffId: '?', code: 'unprocessable' },
    })
  })

  test('where the case fails for the same reason, the verdict stands without it', async () => {
    const card = await aCard()
    const verdicts = await whileFailing('23514', 'changes', `NEW.scope = '${scope}'`, () =>
      device.verdicts(device.handOver(card.id)),
    )
    expect(verdicts).toMatchObject([{ kind: 'conflict', code: 'unprocessable', caseId: null }])
  })

  test('an intention that always fails is refused', async () => {
    const verdicts = await whileFailing('22000', 'verdicts', "NEW.code = 'payload-unreadable'", () =>
      device.verdicts(device.command('case.settle', {})),
    )
    expect(verdicts).toMatchObject([{ kind: 'refused', code: 'unprocessable' }])
  })

  // A full disk, a lock that was not had in time, a shutdown, a column that is not there yet.
  test.each(['53100', '55P03', '57P01', '42703'])(
    'trouble of the database (%s) judges nothing: the same command is applied once it has passed',
    async (code) => {
      const [first, second] = [await aCard(), await aCard()]
      const commands = [device.handOver(first.id), device.handOver(second.id)]
      const answer = await whileFailing(code, 'rows', "NEW.entity = 'handover'", () => device.push(...commands))
      expect([answer.status, errorOf(answer)]).toEqual([500, 'internal'])
      expect(await device.verdicts(...commands)).toMatchObject([{ kind: 'applied' }, { kind: 'applied' }])
    },
  )

  test('nothing of a command stays when its verdict cannot be kept: it is applied when it comes again', async () => {
    const card = await aCard()
    const command = device.handOver(card.id)
    const answer = await whileFailing('53100', 'verdicts', 'true', () => device.push(command))
    expect(answer.status).toBe(500)
    const { rows } = await device.copy()
    expect(rows.filter(({ entity, row }) => entity === 'handover' && row?.cardId === card.id)).toEqual([])
    expect(await device.verdicts(command)).toMatchObject([{ kind: 'applied' }])
  })

  test.each([
    ['a payload that no database keeps', (by: ADevice) => by.command('handover.record', 'no JSON\u0000')],
    ['a name that no database keeps', (by: ADevice) => by.command('something.new', {}, { id: 'name\u0000' })],
    ['a name longer than a key', (by: ADevice) => by.command('something.new', {}, { id: 'n'.repeat(65) })],
  ])('%s comes from no program of ours: the device is quarantined', async (_, commandOf) => {
    const suspect = await centre.device()
    const answer = await suspect.push(commandOf(suspect))
    expect([answer.status, errorOf(answer)]).toEqual([403, 'quarantined'])
  })
})
