import type { ScanResult } from '#shared/contract/engine/scan.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { Kitir } from '#shared/domain/filing/filing.ts'
import { ok } from '#shared/domain/result.ts'
import { cardLines } from '../card/card-lines.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { cardsOfApplication, isReplaced, kitirByText, kitirsOf } from '../ekitir/kitirs-of.ts'
import { ownerOf } from '../ekitir/owner-of.ts'
import { slipOf } from '../ekitir/slip-of.ts'
import type { ReadSet, SeenCard } from '../stores.ts'
import { askCentre } from './ask-centre.ts'
import { noteScan } from './note-scan.ts'
import { mayBeKitir, readCode } from './read-code.ts'
import { readSignedKitir } from './signed-kitir.ts'

type Signed = Extract<ScanResult, { kind: 'cards' }>['signed']

/** What a code is: looked up here first, then at the centre when it can be reached. Always an answer, never a fault. */
export async function resolveScan(deps: Deps, { code }: { code: string }, who: Who): Answer<ScanResult> {
  const result = await resolve(deps, code, who.staff.id)
  await noteScan(deps, result, who)
  return ok(result)
}

async function resolve(deps: Deps, code: string, staffId: string): Promise<ScanResult> {
  const characters = code.length
  const read = readCode(code)
  if (read.kind === 'unknown') return { ...read, characters }
  if (read.kind === 'signed') return resolveSigned(deps, read.text, characters, staffId)
  const { text } = read
  const lookHere = () => deps.reading((db) => lookUpHere(db, deps, text, 'unsigned'))
  const here = await lookHere()
  if (here) return here
  return mayBeKitir(text)
    ? askCentre(deps, { text, characters, staffId, lookHere })
    : { kind: 'unknown', reason: 'not-an-ekitir', characters }
}

async function resolveSigned(deps: Deps, text: string, characters: number, staffId: string): Promise<ScanResult> {
  const signed = await deps.reading((db) => readSignedKitir(db, deps, text))
  if (signed.kind !== 'kitir') return signed.kind === 'forged' ? signed : { ...signed, characters }
  const { kitirNumber } = signed
  const lookHere = () => deps.reading((db) => lookUpHere(db, deps, kitirNumber, signed.signed))
  return (await lookHere()) ?? askCentre(deps, { text: kitirNumber, characters, staffId, lookHere })
}

async function lookUpHere(db: ReadSet, deps: Deps, text: string, signed: Signed): Promise<ScanResult | null> {
  const byCode = await db.cards.byCode(text)
  const label = byCode.filter(({ row }) => row.labelCode === text)
  if (label.length > 0) return cardsFound(db, deps, label, signed)
  if (byCode.length > 0) return cardsOrReplaced(db, deps, byCode, signed)
  const receipt = await db.handovers.byReceiptNumber(text.toUpperCase())
  if (receipt) return { kind: 'receipt', handoverId: receipt.row.id, receiptNumber: receipt.row.receiptNumber }
  const [parcel] = await db.things.list('shipment', { about: text.toUpperCase(), limit: 1 })
  if (parcel) return { kind: 'shipment', shipmentId: parcel.row.id, number: parcel.row.number }
  const byNumber = await db.cards.byKitirNumber(text)
  if (byNumber.length > 0) return cardsOrReplaced(db, deps, byNumber, signed)
  const kitir = await kitirByText(db, text)
  if (kitir) return kitirFound(db, deps, kitir, signed)
  const application = (await db.applications.byCode(text)) ?? (await db.applications.byKitirNumber(text))
  if (application === null) return null
  const { id, kitirNumber } = application
  return (await isReplaced(db, id, kitirNumber)) ? replaced(db, id, kitirNumber) : noCardYet(application)
}

/** The e-Kitir that the cards were filed with, unless another took its place. */
async function cardsOrReplaced(
  db: ReadSet,
  deps: Deps,
  cards: readonly SeenCard[],
  signed: Signed,
): Promise<ScanResult> {
  const { applicationId, kitirNumber } = cards[0]?.row ?? { applicationId: '', kitirNumber: '' }
  const gone = await isReplaced(db, applicationId, kitirNumber)
  return gone ? replaced(db, applicationId, kitirNumber) : cardsFound(db, deps, cards, signed)
}

/** One that was made at a counter: its cards, once there are any, or its application. */
async function kitirFound(db: ReadSet, deps: Deps, kitir: Kitir, signed: Signed): Promise<ScanResult> {
  const { applicationId, number: kitirNumber } = kitir
  if (kitir.state === 'replaced') return replaced(db, applicationId, kitirNumber)
  const cards = await cardsOfApplication(db, applicationId)
  if (cards.length > 0) return { ...(await cardsFound(db, deps, cards, signed)), kitirNumber }
  const { serviceName } = await slipOf(deps, db, kitir, { copyFor: 'office', copy: 0 })
  const ownerName = await ownerOf(db, kitir)
  return { kind: 'application', kitirNumber, kitirId: kitir.id, applicationId, ownerName, serviceName, signed }
}

async function replaced(db: ReadSet, applicationId: string, kitirNumber: string): Promise<ScanResult> {
  const [newest] = await kitirsOf(db, applicationId)
  return { kind: 'kitir-replaced', kitirNumber, applicationId, replacedAt: newest?.at ?? null }
}

async function cardsFound(
  db: ReadSet,
  deps: Deps,
  cards: readonly SeenCard[],
  signed: Signed,
): Promise<Extract<ScanResult, { kind: 'cards' }>> {
  const kitirNumber = cards[0]?.row.kitirNumber ?? ''
  return { kind: 'cards', kitirNumber, cards: await cardLines(db, cards, deps.clock.now()), signed }
}

const noCardYet = ({ id, kitirNumber, applicantName, status }: Application): ScanResult => ({
  kind: 'no-card-yet',
  kitirNumber,
  ownerName: applicantName,
  status,
  applicationId: id,
})
