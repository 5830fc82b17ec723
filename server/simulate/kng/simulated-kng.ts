import { createHash } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import type { Catalogue } from '#shared/domain/catalogue/catalogue.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import { isClosed } from '#shared/domain/filing/filing-status.ts'
import { namesAfterRepair } from '#shared/domain/filing/names-after-repair.ts'
import type {
  AskedMessage,
  Course,
  CourseStep,
  Renamed,
  Repair,
  Result,
  StatusAnswer,
  Submission,
  UnitAnswer,
  Withdrawal,
} from '../../kng/kng-messages.ts'
import { finishedDocument, type SignPdf } from './finished-document.ts'
import { type KeptApplication, statusOf } from './kept-application.ts'
import type { KngStore } from './kng-store.ts'
import { cardFor, idFrom, parcelFor } from './made-things.ts'
import { type Move, madeBy, nextMove } from './play-step.ts'

/** What it will not do, with its code. */
export class NotHere extends Error {}

interface Office {
  readonly store: KngStore
  readonly catalogue: Catalogue
  readonly now: () => Date
  /** Without it documents are not signed. */
  readonly sign?: SignPdf | undefined
}

/** A KNG/SIAK that plays the process: it takes applications, and moves each one step whenever it is told to. */
export class SimulatedKng {
  readonly #office: Office

  constructor(office: Office) {
    this.#office = office
  }

  submit(submission: Submission): Course {
    const { state } = this.#office.store
    const known = state.applications[submission.ref]
    if (known) return courseOf(known)
    const number = ++state.numbers
    const [year = '', month = ''] = submission.filedAt.split('-')
    return this.#keep({
      submission,
      kngNumber: `KNG-${year.slice(2)}${month}-${String(700_000 + number)}`,
      ...{ steps: [], received: [], kitir: submission.kitir, earlierKitirs: [], cards: [], parcel: null },
    })
  }

  takeDocument(ref: string, sha256: string, bytes: Buffer): void {
    const one = this.#find(ref)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new NotHere('other-content')
    this.#office.store.putFile(sha256, bytes)
    this.#keep({ ...one, received: [...new Set([...one.received, sha256])] })
  }

  repair(ref: string, { repairId, at, note, people, answers, requirements }: Repair): Course {
    const one = this.#find(ref)
    const names = namesAfterRepair(one.submission, { people, answers })
    const submission = { ...one.submission, ...names, people, answers, requirements }
    const status = statusOf(one) === 'PERBAIKAN' ? 'DIAJUKAN' : statusOf(one)
    return this.#moved({ ...one, submission }, { status, note: note || null }, { stepId: repairId, at })
  }

  /** What is printed or signed already is not undone: then its course goes on, and that is said. */
  withdraw(ref: string, { withdrawId, at, reason }: Withdrawal): Course {
    const one = this.#find(ref)
    const late = one.steps.some(({ status }) => ['TTE', 'DICETAK', 'SIAP_UNDUH', 'SELESAI', 'DITOLAK'].includes(status))
    if (!late) return this.#moved(one, { status: 'DIBATALKAN', note: reason }, { stepId: withdrawId, at })
    const note = 'Tidak dapat dibatalkan: dokumen sudah diterbitkan.'
    return this.#moved(one, { status: statusOf(one), note }, { stepId: `${withdrawId}:late`, overrules: true })
  }

  rename(ref: string, { number, code, pinVerifier, replaces }: Renamed): void {
    const one = this.#office.store.state.applications[ref] ?? this.#byNumber(replaces)
    if (!one) throw new NotHere('not-found')
    if (one.kitir.number === number) return
    const earlierKitirs = [...one.earlierKitirs, { number: one.kitir.number }]
    this.#keep({ ...one, kitir: { number, code, pinVerifier }, earlierKitirs })
  }

  course(ref: string): Course {
    return courseOf(this.#find(ref))
  }

  numberOf(kitirNumber: string): string | null {
    return this.#byNumber(kitirNumber)?.kngNumber ?? null
  }

  /** By any number it has or had; null: it has not come. */
  courseOfNumber(number: string): Course | null {
    const one = this.#byNumber(number)
    return one && courseOf(one)
  }

  async statusFor(number: string, pin: string): Promise<StatusAnswer | null> {
    const one = this.#byNumber(number)
    const opens = one && (await verify(one.kitir.pinVerifier, pin).catch(() => false))
    if (!opens) return null
    const { service, serviceName, applicantName } = one.submission
    const steps = one.steps.map(({ stepId, status, at, note }) => ({ stepId, status, at, note }))
    return { kngNumber: one.kngNumber, service, serviceName, applicantName, status: statusOf(one), steps }
  }

  /** `after`: how many are known already. */
  stepsAfter(after: string, limit: number): { steps: CourseStep[]; cursor: string; more: boolean } {
    const { told, applications } = this.#office.store.state
    const from = Number(after) || 0
    const page = told.slice(from, from + limit)
    const steps = page.flatMap(
      ({ ref, stepId }) => applications[ref]?.steps.filter((step) => step.stepId === stepId) ?? [],
    )
    return { steps, cursor: String(from + page.length), more: from + page.length < told.length }
  }

  /** A citizen writes. */
  ask(message: AskedMessage): void {
    this.#office.store.state.asked.push(message)
    this.#office.store.save()
  }

  questionsAfter(after: string, limit: number): { messages: AskedMessage[]; cursor: string; more: boolean } {
    const { asked } = this.#office.store.state
    const from = Number(after) || 0
    const messages = asked.slice(from, from + limit)
    return { messages, cursor: String(from + messages.length), more: from + messages.length < asked.length }
  }

  /** Told twice it stands once. */
  takeAnswer(questionId: string, answer: UnitAnswer): void {
    const { store } = this.#office
    if (store.state.replies.some(({ messageId }) => messageId === answer.messageId)) return
    store.state.replies.push({ questionId, ...answer })
    store.save()
  }

  repliesTo(questionId: string): readonly UnitAnswer[] {
    return this.#office.store.state.replies.filter((one) => one.questionId === questionId)
  }

  result(sha256: string): Buffer | null {
    return this.#office.store.file(sha256)
  }

  /** Everything that can move moves one step. Returns how many did. */
  async step(only: string | null = null): Promise<number> {
    const { store, catalogue } = this.#office
    const all = Object.values(store.state.applications).filter((one) => only === null || one.submission.ref === only)
    const moves = all.flatMap((one) => {
      const move = nextMove(one, catalogue)
      return move ? [{ one, move }] : []
    })
    this.#packParcels(moves.flatMap(({ one, move }) => (move.status === 'DIKIRIM' ? [one] : [])))
    for (const { one, move } of moves) await this.#play(one.submission.ref, move)
    return moves.length
  }

  async #play(ref: string, move: Move): Promise<void> {
    const one = this.#find(ref)
    const made = await this.#made(one, move)
    // A withdrawal may have come while the document was made.
    const now = this.#find(ref)
    if (!isClosed(statusOf(now))) this.#moved({ ...now, cards: made.cards ?? now.cards }, move, made)
  }

  async #made(one: KeptApplication, { status }: Move): Promise<Partial<CourseStep>> {
    const { pdf, card } = madeBy(one, this.#office.catalogue)
    const kind = card[0]?.kind === 'kia' ? 'kia' : 'ktp-el'
    const signed = status === 'SIAP_UNDUH' || (status === 'ANTRE_CETAK' && pdf.length > 0)
    if (signed) return { results: await Promise.all(pdf.map(({ label }) => this.#finish(label, one))) }
    const made = status === 'SIAP_KIRIM' ? cardFor(one, kind) : null
    if (made) return { cards: [made] }
    return status === 'DIKIRIM' && one.parcel ? { parcel: one.parcel } : {}
  }

  async #finish(title: string, one: KeptApplication): Promise<Result> {
    const { sign, store, now } = this.#office
    const at = now().toISOString()
    const plain = await finishedDocument(title, one, at)
    const pdf = sign ? await sign(plain) : plain
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    store.putFile(sha256, pdf)
    return { sha256, title, pages: 1, at }
  }

  /** One parcel for each unit. */
  #packParcels(leaving: readonly KeptApplication[]): void {
    const { store, now } = this.#office
    const byUnit = Map.groupBy(leaving, ({ submission: { collectionUnit, unit } }) => collectionUnit ?? unit)
    for (const [unit, some] of byUnit) {
      const cards = some.flatMap((one) => one.cards)
      if (cards.length === 0) continue
      const parcel = parcelFor(unit, cards, now().toISOString(), ++store.state.numbers)
      for (const one of some) this.#keep({ ...one, parcel })
    }
  }

  #moved(one: KeptApplication, { status, note, about }: Move, more: Partial<CourseStep>): Course {
    const { ref } = one.submission
    const { kngNumber, steps } = one
    const stepId = more.stepId ?? idFrom('step', ref, String(steps.length))
    if (steps.some((step) => step.stepId === stepId)) return courseOf(one)
    const step = { ref, kngNumber, status, at: this.#office.now().toISOString(), note, ...more, stepId }
    this.#office.store.state.told.push({ ref, stepId })
    return this.#keep({ ...one, steps: [...steps, { ...step, ...(about && { about: [...about] }) }] })
  }

  #keep(one: KeptApplication): Course {
    this.#office.store.state.applications[one.submission.ref] = one
    this.#office.store.save()
    return courseOf(one)
  }

  #find(ref: string): KeptApplication {
    const one = this.#office.store.state.applications[ref]
    if (!one) throw new NotHere('not-found')
    return one
  }

  #byNumber(number: string): KeptApplication | null {
    const loose = looseKitirNumber(number)
    const found = Object.values(this.#office.store.state.applications).find(({ kngNumber, kitir, earlierKitirs }) =>
      [kngNumber, kitir.number, ...earlierKitirs.map((one) => one.number)].some(
        (one) => looseKitirNumber(one) === loose,
      ),
    )
    return found ?? null
  }
}

const courseOf = ({ submission: { ref }, kngNumber, steps }: KeptApplication): Course => ({
  ...{ ref, kngNumber },
  steps: [...steps],
})
