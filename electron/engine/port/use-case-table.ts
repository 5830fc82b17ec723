import type { CallName, OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { getCard } from '../usecases/card/get-card.ts'
import { listCards } from '../usecases/card/list-cards.ts'
import { revealNik } from '../usecases/card/reveal-nik.ts'
import { searchCards } from '../usecases/card/search-cards.ts'
import type { Answer, Answering, Deps, Who } from '../usecases/deps.ts'
import { appStatus } from '../usecases/device/app-status.ts'
import { enrol } from '../usecases/device/enrol.ts'
import { listSystemPrinters } from '../usecases/device/list-system-printers.ts'
import { saveSettings } from '../usecases/device/save-settings.ts'
import { checkPin } from '../usecases/handover/check-pin.ts'
import { getHandover } from '../usecases/handover/get-handover.ts'
import { readUndoTerms } from '../usecases/handover/read-undo-terms.ts'
import { recordHandover } from '../usecases/handover/record-handover.ts'
import { reprintReceipt } from '../usecases/handover/reprint-receipt.ts'
import { saveHandoverPdf } from '../usecases/handover/save-handover-pdf.ts'
import { undoHandover } from '../usecases/handover/undo-handover.ts'
import { homeSummary } from '../usecases/home/home-summary.ts'
import { answerChallenge } from '../usecases/override/answer-challenge.ts'
import { listSupervisors } from '../usecases/override/list-supervisors.ts'
import { overrideOnTheSpot } from '../usecases/override/override-on-the-spot.ts'
import { readSpokenChallenge } from '../usecases/override/read-spoken-challenge.ts'
import { respondToChallenge } from '../usecases/override/respond-to-challenge.ts'
import { startChallenge } from '../usecases/override/start-challenge.ts'
import { listPrints } from '../usecases/printing/list-prints.ts'
import { recentScans } from '../usecases/scan/recent-scans.ts'
import { resolveScan } from '../usecases/scan/resolve-scan.ts'
import { listStaff } from '../usecases/session/list-staff.ts'
import { publicStaff, signIn } from '../usecases/session/sign-in.ts'
import { signOut } from '../usecases/session/sign-out.ts'
import { unlock } from '../usecases/session/unlock.ts'

/** Who asks and how the answer is kept. `who` is null only before sign-in; `signedIn` throws then. */
export interface Asked {
  readonly who: Who | null
  readonly answering: Answering
  signedIn(): Who
}

type UseCase<N extends CallName> = (deps: Deps, input: ParsedInputOf<N>, asked: Asked) => Answer<OutputOf<N>>
export type UseCaseTable = { readonly [N in CallName]: UseCase<N> }

/** Which use case answers which call: every call of the contract, or this does not compile. */
export const useCaseTable: UseCaseTable = {
  'session.staff': listStaff,
  'session.sign-in': signIn,
  'session.current': async (_deps, _input, asked) => ok({ staff: publicStaff(asked.signedIn().staff) }),
  'session.sign-out': (deps, _input, asked) => signOut(deps, asked.signedIn()),
  'session.unlock': (deps, input, asked) => unlock(deps, input, asked.signedIn()),
  'app.status': appStatus,
  'device.enrol': enrol,
  'settings.get': async (deps) => ok(await deps.reading((db) => db.settings.settings())),
  'settings.save': (deps, input, asked) => saveSettings(deps, input, asked.who),
  'printer.test': (deps, { printer }) => deps.printing.test(printer),
  'printer.system-list': listSystemPrinters,
  'scan.resolve': (deps, input, asked) => resolveScan(deps, input, asked.signedIn()),
  'scan.recent': recentScans,
  'card.list': (deps, input, asked) => listCards(deps, input, asked.signedIn()),
  'card.search': (deps, input, asked) => searchCards(deps, input, asked.signedIn()),
  'card.get': getCard,
  'card.reveal-nik': (deps, input, asked) => revealNik(deps, input, asked.signedIn()),
  'handover.check-pin': (deps, input, asked) => checkPin(deps, input, asked.signedIn(), asked.answering),
  'override.on-the-spot': (deps, input, asked) => overrideOnTheSpot(deps, input, asked.signedIn(), asked.answering),
  'override.challenge': (deps, input, asked) => startChallenge(deps, input, asked.signedIn(), asked.answering),
  'override.answer': (deps, input, asked) => answerChallenge(deps, input, asked.signedIn(), asked.answering),
  'override.read': (deps, { challenge }) => deps.reading((tx) => readSpokenChallenge(deps, tx, challenge)),
  'override.respond': (deps, input, asked) => respondToChallenge(deps, input, asked.signedIn()),
  'override.supervisors': (deps, _input, asked) => listSupervisors(deps, asked.signedIn()),
  'handover.record': (deps, input, asked) => recordHandover(deps, input, asked.signedIn(), asked.answering),
  'handover.undo-terms': (deps, input, asked) => readUndoTerms(deps, input, asked.signedIn()),
  'handover.undo': (deps, input, asked) => undoHandover(deps, input, asked.signedIn(), asked.answering),
  'handover.get': getHandover,
  'handover.reprint': (deps, input, asked) => reprintReceipt(deps, input, asked.signedIn(), asked.answering),
  'handover.save-pdf': (deps, input, asked) => saveHandoverPdf(deps, input, asked.signedIn()),
  'print.list': listPrints,
  'print.retry': (deps, { jobId }) => deps.printing.retry(jobId),
  'print.cancel': (deps, { jobId }) => deps.printing.cancel(jobId),
  'sync.overview': async (deps) => ok(await deps.sync.overview()),
  'sync.now': (deps) => deps.sync.now(),
  'sync.set-connection': async (deps, { connected }) => {
    await deps.sync.setConnection(connected)
    return ok({})
  },
  'sync.acknowledge': async (deps, { id }) => {
    await deps.sync.acknowledge(id)
    return ok({})
  },
  'home.summary': homeSummary,
}
