import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PushedCommand, Verdict } from '#shared/contract/sync/protocol.ts'
import { ACentre } from '../testing/a-centre.ts'
import type { ADevice } from '../testing/a-device.ts'
import { databases } from '../testing/databases.ts'

const later = '2026-11-24T01:59:30.000Z'

describe.each(await databases())('commands that are accepted together, on $name', (kind) => {
  let centre: ACentre
  beforeAll(async () => {
    centre = await ACentre.open(kind)
  })
  afterAll(() => centre.close())

  /** A morning at one desk with cards of its own: every way in which one act can hang on another of the same push. */
  async function morning(device: ADevice, name: string): Promise<readonly PushedCommand[]> {
    const cards = await Promise.all(
      [1, 2, 3, 4].map((n) => centre.addCard(`${name}-${n}`, { kitirNumber: `${name}-${n}` })),
    )
    const [plain, twice, undone, twin] = cards.map(({ id }) => id) as [string, string, string, string]
    const other = await centre.addCard(`${name}-5`, { kitirNumber: `${name}-4`, applicationId: `application-${twin}` })
    const mistaken = device.fact(undone)
    const undo = {
      ...{ undoId: randomUUID(), handoverId: mistaken.handoverId, cardId: undone, at: later, staffId: 'rini' },
      ...{ staffName: 'Rini', staffCode: 'X-rini', deviceCode: device.identity.deviceCode, reason: 'Salah orang' },
      ...{ override: null, place: null, offline: true },
    }
    return [
      device.handOver(plain),
      device.handOver(twice),
      device.handOver(twice),
      device.command('handover.record', mistaken),
      device.command('handover.undo', undo),
      device.handOver(undone),
      device.handOver(twin, { staffId: 'mantan' }, { staffId: 'mantan' }),
      device.handOver(other.id),
      device.handOver(`${name}-unknown`),
    ]
  }

  /** What the rows about these cards say, without their ids: those of cases and changes differ from one centre to the next. */
  async function outcome(device: ADevice, name: string) {
    const { rows } = await device.copy()
    const about = rows.filter(({ id, row }) => JSON.stringify([id, row]).includes(`${name}-`))
    const told = about.map(({ entity, row }) => ({ entity, ...picked(row) }))
    return told.map((one) => JSON.stringify(one).replaceAll(`${name}-`, '')).sort()
  }

  const picked = (row: Record<string, unknown> | null) => {
    const { cardId, state, status, standing, kind: what, flags, handoverIds } = row ?? {}
    return { cardId, state, status, standing, what, flags, handovers: Array.isArray(handoverIds) && handoverIds.length }
  }

  test('come to what they come to one by one, though one hangs on another', async () => {
    const [hasty, patient] = [await centre.device(), await centre.device()]
    const atOnce = await hasty.verdicts(...(await morning(hasty, 'hasty')))
    const oneByOne: Verdict[] = []
    for (const command of await morning(patient, 'patient')) oneByOne.push(...(await patient.verdicts(command)))
    const said = (verdicts: readonly Verdict[]) => verdicts.map(({ kind: what, code }) => [what, code])
    expect(said(atOnce)).toEqual(said(oneByOne))
    expect(said(atOnce).map(([what]) => what)).toContain('conflict')
    expect(await outcome(hasty, 'hasty')).toEqual(await outcome(patient, 'patient'))
  })

  test('are answered as before when the same push comes again', async () => {
    const device = await centre.device()
    const commands = await morning(device, 'again')
    const first = await device.verdicts(...commands)
    const second = await device.verdicts(...commands)
    expect(second.map(({ original, code, caseId }) => [original, code, caseId])).toEqual(
      first.map(({ kind: what, code, caseId }) => [what, code, caseId]),
    )
  })

  test('are looked at one by one where one of them fails', async () => {
    const device = await centre.device()
    const [good, bad, behind] = await Promise.all(['x-1', 'x-2', 'x-3'].map((id) => centre.addCard(id)))
    const poison = 'rini\u0000'
    const verdicts = await device.verdicts(
      device.handOver(good?.id ?? ''),
      device.handOver(bad?.id ?? '', { staffId: poison }, { staffId: poison }),
      device.handOver(behind?.id ?? ''),
    )
    expect(verdicts.map(({ kind: what, code }) => [what, code])).toEqual([
      ['applied', null],
      ['conflict', 'unprocessable'],
      ['applied', null],
    ])
  })
})
