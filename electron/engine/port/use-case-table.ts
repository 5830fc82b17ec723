import type { CallName, OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import { discardDraft, listDrafts, readDraft, saveDraft } from '../usecases/application/drafts.ts'
import { findDuplicates } from '../usecases/application/duplicates.ts'
import { fileApplication } from '../usecases/application/file-application.ts'
import { getApplication } from '../usecases/application/get-application.ts'
import { intakeForm } from '../usecases/application/intake-form.ts'
import { knownPeople } from '../usecases/application/known-people.ts'
import { listApplications } from '../usecases/application/list-applications.ts'
import { reissueKitir } from '../usecases/application/reissue-kitir.ts'
import { beginRepair, repairApplication } from '../usecases/application/repair-application.ts'
import { withdrawApplication } from '../usecases/application/withdraw-application.ts'
import { assistanceFigures, listAssistance } from '../usecases/assistance/list-assistance.ts'
import { recordAssistance, withdrawAssistance } from '../usecases/assistance/record-assistance.ts'
import { auditState, checkAudit } from '../usecases/audit/check-audit.ts'
import { exportAudit } from '../usecases/audit/export-audit.ts'
import { listAudit } from '../usecases/audit/list-audit.ts'
import { blankBook } from '../usecases/blank/blank-book.ts'
import { moveBlanks } from '../usecases/blank/move-blanks.ts'
import { readBulkDraft, saveBulkDraft } from '../usecases/bulk/bulk-draft.ts'
import { checkBulk } from '../usecases/bulk/check-bulk.ts'
import { recordBulk } from '../usecases/bulk/record-bulk.ts'
import { getCard } from '../usecases/card/get-card.ts'
import { listCards } from '../usecases/card/list-cards.ts'
import { revealNik } from '../usecases/card/reveal-nik.ts'
import { searchCards } from '../usecases/card/search-cards.ts'
import { caseSignatures } from '../usecases/case/case-signatures.ts'
import { getCase } from '../usecases/case/get-case.ts'
import { listCases } from '../usecases/case/list-cases.ts'
import { noteCase } from '../usecases/case/note-case.ts'
import { settleCase } from '../usecases/case/settle-case.ts'
import { getService } from '../usecases/catalogue/get-service.ts'
import { searchServices } from '../usecases/catalogue/search-services.ts'
import { answerCityComplaint } from '../usecases/city/answer-complaint.ts'
import { askCity } from '../usecases/city/ask-city.ts'
import { decideCityClaim } from '../usecases/city/decide-claim.ts'
import { dispatchCards } from '../usecases/city/dispatch.ts'
import { cityIncidents, endIncident, registerIncident, withdrawIncident } from '../usecases/city/incidents.ts'
import { addPerson, changePerson, endPerson, resetPassword } from '../usecases/city/people.ts'
import { noteCityCase, settleCityCase } from '../usecases/city/settle-case.ts'
import { assessApplication } from '../usecases/claim/assess-application.ts'
import { checkClaim } from '../usecases/claim/check-claim.ts'
import { claimSignatures } from '../usecases/claim/claim-signatures.ts'
import { decideOnClaim } from '../usecases/claim/decide-on-claim.ts'
import { getClaim } from '../usecases/claim/get-claim.ts'
import { exportLedger, readLedger } from '../usecases/claim/ledger.ts'
import { listClaims } from '../usecases/claim/list-claims.ts'
import { payClaim } from '../usecases/claim/pay-claim.ts'
import { receiptCameOut } from '../usecases/claim/receipt-came-out.ts'
import { takeClaim } from '../usecases/claim/take-claim.ts'
import { answerComplaint, withdrawComplaint } from '../usecases/complaint/answer-complaint.ts'
import { fileComplaint } from '../usecases/complaint/file-complaint.ts'
import { getComplaint } from '../usecases/complaint/get-complaint.ts'
import { listComplaints } from '../usecases/complaint/list-complaints.ts'
import { openFile } from '../usecases/courier/open-file.ts'
import { saveAnswer } from '../usecases/courier/save-answer.ts'
import { saveQueue } from '../usecases/courier/save-queue.ts'
import { openAnswerLocked, saveQueueLocked } from '../usecases/courier/without-session.ts'
import type { Answer, Answering, Deps, Who } from '../usecases/deps.ts'
import { appStatus } from '../usecases/device/app-status.ts'
import { enrol } from '../usecases/device/enrol.ts'
import { listSystemPrinters } from '../usecases/device/list-system-printers.ts'
import { saveSettings } from '../usecases/device/save-settings.ts'
import { testPrinter } from '../usecases/device/test-printer.ts'
import { addDocument } from '../usecases/document/add-document.ts'
import { listArchive } from '../usecases/document/list-archive.ts'
import { listDocuments } from '../usecases/document/list-documents.ts'
import { openDocument } from '../usecases/document/open-document.ts'
import { openFiledDocument } from '../usecases/document/open-filed-document.ts'
import { previewDocument } from '../usecases/document/preview-document.ts'
import { removeDocument } from '../usecases/document/remove-document.ts'
import { takeFromArchive } from '../usecases/document/take-from-archive.ts'
import { getSlip } from '../usecases/ekitir/get-slip.ts'
import { printSlip } from '../usecases/ekitir/print-slip.ts'
import { pinNoted, showPin } from '../usecases/ekitir/show-pin.ts'
import { actOnDevice } from '../usecases/fleet/act-on-device.ts'
import { deviceContents, saveDeviceContents } from '../usecases/fleet/device-contents.ts'
import { beginHandover, leaveHandover } from '../usecases/handover/begin-handover.ts'
import { checkLabel } from '../usecases/handover/check-label.ts'
import { checkPin } from '../usecases/handover/check-pin.ts'
import { getHandover } from '../usecases/handover/get-handover.ts'
import { listToReview } from '../usecases/handover/list-to-review.ts'
import { readDoubts } from '../usecases/handover/read-doubts.ts'
import { readUndoTerms } from '../usecases/handover/read-undo-terms.ts'
import { recordHandover } from '../usecases/handover/record-handover.ts'
import { reprintReceipt } from '../usecases/handover/reprint-receipt.ts'
import { reviewHandover } from '../usecases/handover/review-handover.ts'
import { saveHandoverPdf } from '../usecases/handover/save-handover-pdf.ts'
import { undoHandover } from '../usecases/handover/undo-handover.ts'
import { answerHelp } from '../usecases/help/answer-help.ts'
import { startHelpChallenge } from '../usecases/help/help-challenge.ts'
import { helpOnTheSpot } from '../usecases/help/help-on-the-spot.ts'
import { homeSummary } from '../usecases/home/home-summary.ts'
import { bringBack } from '../usecases/keeping/bring-back.ts'
import { renewKey, repairData, restoreBackup } from '../usecases/keeping/change-data.ts'
import { listOldCards } from '../usecases/old-card/list-old-cards.ts'
import { moveOldCards } from '../usecases/old-card/move-old-cards.ts'
import { answerChallenge } from '../usecases/override/answer-challenge.ts'
import { listSupervisors } from '../usecases/override/list-supervisors.ts'
import { overrideOnTheSpot } from '../usecases/override/override-on-the-spot.ts'
import { readSpokenChallenge } from '../usecases/override/read-spoken-challenge.ts'
import { respondToChallenge } from '../usecases/override/respond-to-challenge.ts'
import { startChallenge } from '../usecases/override/start-challenge.ts'
import { previewPaper } from '../usecases/paper/preview-paper.ts'
import { printPaper } from '../usecases/paper/print-paper.ts'
import { savePaper } from '../usecases/paper/save-paper.ts'
import { listPrints } from '../usecases/printing/list-prints.ts'
import { getPromise } from '../usecases/promise/get-promise.ts'
import { listPromises } from '../usecases/promise/list-promises.ts'
import { answerQuestion } from '../usecases/question/answer-question.ts'
import { assignQuestion } from '../usecases/question/assign-question.ts'
import { closeQuestion, reopenQuestion } from '../usecases/question/close-question.ts'
import { getQuestion } from '../usecases/question/get-question.ts'
import { listQuestions } from '../usecases/question/list-questions.ts'
import { listUnits } from '../usecases/question/list-units.ts'
import { saveQuestionDraft } from '../usecases/question/question-drafts.ts'
import { transferQuestion } from '../usecases/question/transfer-question.ts'
import { openResult, printResult, saveResult } from '../usecases/result/open-result.ts'
import { recentScans } from '../usecases/scan/recent-scans.ts'
import { resolveScan } from '../usecases/scan/resolve-scan.ts'
import { changePassword } from '../usecases/session/change-password.ts'
import { listStaff } from '../usecases/session/list-staff.ts'
import { lock } from '../usecases/session/lock.ts'
import { beginSecondFactor, confirmSecondFactor } from '../usecases/session/second-factor.ts'
import { setUnlockPin } from '../usecases/session/set-unlock-pin.ts'
import { publicStaff, signIn } from '../usecases/session/sign-in.ts'
import { signOut } from '../usecases/session/sign-out.ts'
import { unlock } from '../usecases/session/unlock.ts'
import { closeShift } from '../usecases/shift/close-shift.ts'
import { closedShifts } from '../usecases/shift/closed-shifts.ts'
import { readDrawerLabel, saveClosingDraft } from '../usecases/shift/closing-draft.ts'
import { readDrawer } from '../usecases/shift/drawer.ts'
import { openShift } from '../usecases/shift/open-shift.ts'
import { shiftToday } from '../usecases/shift/shift-today.ts'
import { changeLine, uncountLine } from '../usecases/shipment/change-line.ts'
import { countLine } from '../usecases/shipment/count-line.ts'
import { explainLines } from '../usecases/shipment/explain-lines.ts'
import { getShipment } from '../usecases/shipment/get-shipment.ts'
import { listShipments } from '../usecases/shipment/list-shipments.ts'
import { receiveShipment } from '../usecases/shipment/receive-shipment.ts'
import { readStatus } from '../usecases/status/read-status.ts'
import { statusOf } from '../usecases/status/show-status.ts'
import { cardHistory } from '../usecases/stock/card-history.ts'
import { mayMove } from '../usecases/stock/may-move.ts'
import { moveCards } from '../usecases/stock/move-cards.ts'
import { proposePlaces } from '../usecases/stock/propose-places.ts'
import { beginApplication } from '../usecases/trip/begin-application.ts'
import { changeVisit } from '../usecases/trip/change-visit.ts'
import { closeTrip } from '../usecases/trip/close-trip.ts'
import { saveTripClosingDraft, tripClosingDraft } from '../usecases/trip/closing-drafts.ts'
import { getTrip } from '../usecases/trip/get-trip.ts'
import { getVisit } from '../usecases/trip/get-visit.ts'
import { leaveVisit } from '../usecases/trip/leave-visit.ts'
import { listTrips } from '../usecases/trip/list-trips.ts'
import { openVisit } from '../usecases/trip/open-visit.ts'
import { planDraft, savePlanDraft } from '../usecases/trip/plan-drafts.ts'
import { planTrip } from '../usecases/trip/plan-trip.ts'
import { readReadiness } from '../usecases/trip/read-readiness.ts'
import { startTrip } from '../usecases/trip/start-trip.ts'

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
  'session.lock': (deps, _input, asked) => lock(deps, asked.signedIn()),
  'session.touch': async (deps, _input, asked) => {
    deps.presence.touch(asked.signedIn().session.tokenHash)
    return ok({})
  },
  'session.set-pin': (deps, input, asked) => setUnlockPin(deps, input, asked.signedIn()),
  'session.change-password': (deps, input, asked) => changePassword(deps, input, asked.signedIn()),
  'session.begin-second-factor': (deps, input, asked) => beginSecondFactor(deps, input, asked.signedIn()),
  'session.confirm-second-factor': (deps, input, asked) => confirmSecondFactor(deps, input, asked.signedIn()),
  'help.on-the-spot': helpOnTheSpot,
  'help.challenge': startHelpChallenge,
  'help.answer': answerHelp,
  'app.status': (deps, _input, asked) => appStatus(deps, asked.who),
  'device.enrol': enrol,
  'update.install': async (deps) => {
    const begun = await deps.updates.install()
    return begun.ok ? ok({}) : begun
  },
  'settings.get': async (deps) => ok(await deps.reading((db) => db.settings.settings())),
  'settings.save': (deps, input, asked) => saveSettings(deps, input, asked.who),
  'printer.test': (deps, input, asked) => testPrinter(deps, input, asked.signedIn()),
  'printer.system-list': listSystemPrinters,
  'scan.resolve': (deps, input, asked) => resolveScan(deps, input, asked.signedIn()),
  'scan.recent': recentScans,
  'audit.list': listAudit,
  'audit.state': auditState,
  'audit.check': (deps, input, asked) => checkAudit(deps, input, asked.signedIn()),
  'audit.export': (deps, input, asked) => exportAudit(deps, input, asked.signedIn()),
  'card.list': (deps, input, asked) => listCards(deps, input, asked.signedIn()),
  'card.search': (deps, input, asked) => searchCards(deps, input, asked.signedIn()),
  'card.get': getCard,
  'card.reveal-nik': (deps, input, asked) => revealNik(deps, input, asked.signedIn()),
  'card.may-move': (deps, input, asked) => mayMove(deps, input, asked.signedIn()),
  'card.propose-places': proposePlaces,
  'card.move': (deps, input, asked) => moveCards(deps, input, asked.signedIn(), asked.answering),
  'card.history': cardHistory,
  'handover.check-pin': (deps, input, asked) => checkPin(deps, input, asked.signedIn(), asked.answering),
  'handover.check-label': (deps, input, asked) => checkLabel(deps, input, asked.signedIn()),
  'handover.doubts': readDoubts,
  'override.on-the-spot': (deps, input, asked) => overrideOnTheSpot(deps, input, asked.signedIn(), asked.answering),
  'override.challenge': (deps, input, asked) => startChallenge(deps, input, asked.signedIn(), asked.answering),
  'override.answer': (deps, input, asked) => answerChallenge(deps, input, asked.signedIn(), asked.answering),
  'override.read': (deps, { challenge }) => deps.reading((tx) => readSpokenChallenge(deps, tx, challenge)),
  'override.respond': (deps, input, asked) => respondToChallenge(deps, input, asked.signedIn()),
  'override.supervisors': (deps, _input, asked) => listSupervisors(deps, asked.signedIn()),
  'handover.begin': beginHandover,
  'handover.leave': leaveHandover,
  'handover.record': (deps, input, asked) => recordHandover(deps, input, asked.signedIn(), asked.answering),
  'handover.to-review': (deps, input, asked) => listToReview(deps, input, asked.signedIn()),
  'handover.review': (deps, input, asked) => reviewHandover(deps, input, asked.signedIn(), asked.answering),
  'handover.undo-terms': (deps, input, asked) => readUndoTerms(deps, input, asked.signedIn()),
  'handover.undo': (deps, input, asked) => undoHandover(deps, input, asked.signedIn(), asked.answering),
  'bulk.draft': readBulkDraft,
  'bulk.save-draft': saveBulkDraft,
  'bulk.check': (deps, input, asked) => checkBulk(deps, input, asked.signedIn()),
  'bulk.record': (deps, input, asked) => recordBulk(deps, input, asked.signedIn(), asked.answering),
  'old-card.list': listOldCards,
  'old-card.move': (deps, input, asked) => moveOldCards(deps, input, asked.signedIn(), asked.answering),
  'handover.get': getHandover,
  'handover.reprint': (deps, input, asked) => reprintReceipt(deps, input, asked.signedIn(), asked.answering),
  'handover.save-pdf': (deps, input, asked) => saveHandoverPdf(deps, input, asked.signedIn()),
  'print.list': listPrints,
  'print.retry': (deps, { jobId }) => deps.printing.retry(jobId),
  'print.cancel': (deps, { jobId }) => deps.printing.cancel(jobId),
  'paper.preview': (deps, input, asked) => previewPaper(deps, input, asked.signedIn()),
  'paper.save': (deps, input, asked) => savePaper(deps, input, asked.signedIn()),
  'paper.print': (deps, input, asked) => printPaper(deps, input, asked.signedIn()),
  'shift.today': shiftToday,
  'shift.drawer': readDrawer,
  'shift.save-draft': saveClosingDraft,
  'shift.read-label': readDrawerLabel,
  'shift.closed': closedShifts,
  'shift.open': (deps, input, asked) => openShift(deps, input, asked.signedIn(), asked.answering),
  'shift.close': (deps, input, asked) => closeShift(deps, input, asked.signedIn(), asked.answering),
  'case.list': listCases,
  'case.get': getCase,
  'case.signatures': (deps, input, asked) => caseSignatures(deps, input, asked.signedIn()),
  'case.settle': (deps, input, asked) => settleCase(deps, input, asked.signedIn(), asked.answering),
  'case.note': (deps, input, asked) => noteCase(deps, input, asked.signedIn(), asked.answering),
  'sync.overview': async (deps) => ok(await deps.sync.overview()),
  'sync.now': (deps) => {
    void deps.updates.look()
    return deps.sync.now()
  },
  'sync.set-connection': async (deps, { connected }) => {
    await deps.sync.setConnection(connected)
    return ok({})
  },
  'courier.state': async (deps) => ok(await deps.courier.state()),
  'courier.save-queue': (deps, _input, asked) => saveQueue(deps, asked.signedIn()),
  'courier.open': (deps, _input, asked) => openFile(deps, asked.signedIn()),
  'courier.save-queue-locked': saveQueueLocked,
  'courier.open-answer-locked': openAnswerLocked,
  'courier.finish': (deps, { id }, asked) => deps.courier.finish(id, asked.signedIn().staff.id),
  'courier.save-answer': (deps, input, asked) => saveAnswer(deps, input, asked.signedIn()),
  'courier.forget': async (deps, { id }, asked) => {
    const forgotten = await deps.courier.forget(id, asked.signedIn().staff.id)
    return forgotten.ok ? ok({}) : forgotten
  },
  'sync.acknowledge': async (deps, { id }) => {
    await deps.sync.acknowledge(id)
    return ok({})
  },
  'claim.assess': assessApplication,
  'claim.list': listClaims,
  'claim.get': (deps, input, asked) => getClaim(deps, input, asked.signedIn()),
  'claim.take': (deps, input, asked) => takeClaim(deps, input, asked.signedIn(), asked.answering),
  'claim.check': (deps, input, asked) => checkClaim(deps, input, asked.signedIn(), asked.answering),
  'claim.decide': (deps, input, asked) => decideOnClaim(deps, input, asked.signedIn(), asked.answering),
  'claim.pay': (deps, input, asked) => payClaim(deps, input, asked.signedIn(), asked.answering),
  'claim.signatures': claimSignatures,
  'claim.receipt-out': (deps, input, asked) => receiptCameOut(deps, input, asked.signedIn(), asked.answering),
  'claim.ledger': (deps, input, asked) => readLedger(deps, input, asked.signedIn()),
  'claim.export-ledger': (deps, input, asked) => exportLedger(deps, input, asked.signedIn()),
  'document.open': openDocument,
  'document.add': (deps, input, asked) => addDocument(deps, input, asked.signedIn(), asked.answering),
  'document.list': (deps, input, asked) => listDocuments(deps, input, asked.signedIn()),
  'document.preview': (deps, input, asked) => previewDocument(deps, input, asked.signedIn()),
  'document.remove': (deps, input, asked) => removeDocument(deps, input, asked.signedIn(), asked.answering),
  'document.archive': (deps, input, asked) => listArchive(deps, input, asked.signedIn(), asked.answering),
  'document.from-archive': (deps, input, asked) => takeFromArchive(deps, input, asked.signedIn(), asked.answering),
  'document.filed': (deps, input, asked) => openFiledDocument(deps, input, asked.signedIn()),
  'city.units': (deps, _input, asked) => askCity(deps, { name: 'units' }, asked.signedIn()),
  'city.cards': (deps, { scope: unit, states, offset, limit }, asked) =>
    askCity(deps, { name: 'cards', query: { unit, states: states.join(','), offset, limit } }, asked.signedIn()),
  'city.cases': (deps, { scope: unit, state, offset }, asked) =>
    askCity(deps, { name: 'cases', query: { unit, state, offset } }, asked.signedIn()),
  'city.case': (deps, { caseId: id }, asked) => askCity(deps, { name: 'case', id }, asked.signedIn()),
  'city.evidence': (deps, { caseId, sha256: id }, asked) =>
    askCity(deps, { name: 'blob', id, query: { case: caseId } }, asked.signedIn()),
  'city.claims': (deps, { scope: unit, waiting, offset }, asked) =>
    askCity(deps, { name: 'claims', query: { unit, waiting: waiting ? 'yes' : null, offset } }, asked.signedIn()),
  'city.claim': (deps, { claimId: id }, asked) => askCity(deps, { name: 'claim', id }, asked.signedIn()),
  'city.complaints': (deps, { scope: unit, offset }, asked) =>
    askCity(deps, { name: 'complaints', query: { unit, offset } }, asked.signedIn()),
  'city.shipments': (deps, { scope: unit, offset, limit }, asked) =>
    askCity(deps, { name: 'shipments', query: { unit, offset, limit } }, asked.signedIn()),
  'city.devices': (deps, { scope: unit, revoked, offset }, asked) =>
    askCity(deps, { name: 'devices', query: { unit, revoked: revoked ? 'yes' : null, offset } }, asked.signedIn()),
  'city.enrolment-codes': (deps, _input, asked) => askCity(deps, { name: 'enrolment-codes' }, asked.signedIn()),
  'city.device-contents': (deps, input, asked) => deviceContents(deps, input, asked.signedIn()),
  'city.save-device-contents': (deps, input, asked) => saveDeviceContents(deps, input, asked.signedIn()),
  'city.device-acts': (deps, { deviceId: id }, asked) => askCity(deps, { name: 'device-acts', id }, asked.signedIn()),
  'city.device-act': (deps, input, asked) => actOnDevice(deps, input, asked.signedIn()),
  'city.incidents': (deps, input, asked) => cityIncidents(deps, input, asked.signedIn()),
  'city.incident-effects': (deps, { from, to, units, services }, asked) =>
    askCity(
      deps,
      {
        name: 'incident-effects',
        query: { from, to, units: units?.join(',') ?? null, services: services?.join(',') ?? null },
      },
      asked.signedIn(),
    ),
  'city.settle-case': (deps, input, asked) => settleCityCase(deps, input, asked.signedIn(), asked.answering),
  'city.note-case': (deps, input, asked) => noteCityCase(deps, input, asked.signedIn(), asked.answering),
  'city.decide-claim': (deps, input, asked) => decideCityClaim(deps, input, asked.signedIn(), asked.answering),
  'city.answer-complaint': (deps, input, asked) => answerCityComplaint(deps, input, asked.signedIn(), asked.answering),
  'city.register-incident': (deps, input, asked) => registerIncident(deps, input, asked.signedIn(), asked.answering),
  'city.end-incident': (deps, input, asked) => endIncident(deps, input, asked.signedIn(), asked.answering),
  'city.withdraw-incident': (deps, input, asked) => withdrawIncident(deps, input, asked.signedIn(), asked.answering),
  'city.dispatch': (deps, input, asked) => dispatchCards(deps, input, asked.signedIn(), asked.answering),
  'city.staff': (deps, { scope: unit, text, offset }, asked) =>
    askCity(deps, { name: 'staff', query: { unit, text: text === '' ? null : text, offset } }, asked.signedIn()),
  'city.add-person': (deps, input, asked) => addPerson(deps, input, asked.signedIn(), asked.answering),
  'city.change-person': (deps, input, asked) => changePerson(deps, input, asked.signedIn(), asked.answering),
  'city.end-person': (deps, input, asked) => endPerson(deps, input, asked.signedIn(), asked.answering),
  'city.reset-password': (deps, input, asked) => resetPassword(deps, input, asked.signedIn(), asked.answering),
  'home.summary': (deps, _input, asked) => homeSummary(deps, asked.signedIn()),
  'data.state': async (deps) => ok(await deps.keeping.state()),
  'data.back-up': (deps) => deps.keeping.backUp(),
  'data.restore': (deps, input, asked) => restoreBackup(deps, input, asked.signedIn()),
  'data.repair': (deps, input, asked) => repairData(deps, input, asked.signedIn()),
  'data.renew-key': (deps, input, asked) => renewKey(deps, input, asked.signedIn()),
  'rescue.state': async (deps) => ok(deps.rescue.state()),
  'rescue.run': bringBack,
  'blanks.book': blankBook,
  'blanks.move': (deps, input, asked) => moveBlanks(deps, input, asked.signedIn(), asked.answering),
  'shipment.list': listShipments,
  'shipment.get': getShipment,
  'shipment.count-line': (deps, input, asked) => countLine(deps, input, asked.signedIn(), asked.answering),
  'shipment.change-line': (deps, input, asked) => changeLine(deps, input, asked.signedIn(), asked.answering),
  'shipment.explain': (deps, input, asked) => explainLines(deps, input, asked.signedIn(), asked.answering),
  'shipment.uncount-line': (deps, input, asked) => uncountLine(deps, input, asked.answering),
  'shipment.receive': (deps, input, asked) => receiveShipment(deps, input, asked.signedIn(), asked.answering),
  'promise.list': (deps, input, asked) => listPromises(deps, input, asked.signedIn()),
  'promise.get': getPromise,
  'trip.list': listTrips,
  'trip.get': getTrip,
  'trip.plan': (deps, input, asked) => planTrip(deps, input, asked.signedIn(), asked.answering),
  'trip.plan-draft': (deps, input, asked) => planDraft(deps, input, asked.signedIn()),
  'trip.save-plan-draft': (deps, input, asked) => savePlanDraft(deps, input, asked.signedIn()),
  'trip.closing-draft': (deps, input, asked) => tripClosingDraft(deps, input, asked.signedIn()),
  'trip.save-closing-draft': (deps, input, asked) => saveTripClosingDraft(deps, input, asked.signedIn()),
  'trip.readiness': (deps, input, asked) => readReadiness(deps, input, asked.signedIn()),
  'trip.start': (deps, input, asked) => startTrip(deps, input, asked.signedIn(), asked.answering),
  'trip.close': (deps, input, asked) => closeTrip(deps, input, asked.signedIn(), asked.answering),
  'visit.get': getVisit,
  'visit.open': (deps, input, asked) => openVisit(deps, input, asked.signedIn(), asked.answering),
  'visit.change': (deps, input, asked) => changeVisit(deps, input, asked.signedIn(), asked.answering),
  'visit.begin-application': (deps, input, asked) => beginApplication(deps, input, asked.signedIn()),
  'visit.leave': (deps, input, asked) => leaveVisit(deps, input, asked.signedIn(), asked.answering),
  'intake.form': intakeForm,
  'intake.known-people': knownPeople,
  'intake.drafts': (deps, _input, asked) => listDrafts(deps, asked.signedIn()),
  'intake.draft': (deps, input, asked) => readDraft(deps, input, asked.signedIn()),
  'intake.save-draft': (deps, input, asked) => saveDraft(deps, input, asked.signedIn()),
  'intake.discard-draft': (deps, input, asked) => discardDraft(deps, input, asked.signedIn()),
  'application.duplicates': findDuplicates,
  'application.file': (deps, input, asked) => fileApplication(deps, input, asked.signedIn(), asked.answering),
  'application.list': listApplications,
  'application.get': getApplication,
  'application.begin-repair': (deps, input, asked) => beginRepair(deps, input, asked.signedIn()),
  'application.repair': (deps, input, asked) => repairApplication(deps, input, asked.signedIn(), asked.answering),
  'application.withdraw': (deps, input, asked) => withdrawApplication(deps, input, asked.signedIn(), asked.answering),
  'ekitir.reissue': (deps, input, asked) => reissueKitir(deps, input, asked.signedIn(), asked.answering),
  'status.read': (deps, input, asked) => readStatus(deps, input, asked.signedIn(), asked.answering),
  'status.of': statusOf,
  'result.open': (deps, input, asked) => openResult(deps, input, asked.signedIn()),
  'result.print': (deps, input, asked) => printResult(deps, input, asked.signedIn()),
  'result.save': (deps, input, asked) => saveResult(deps, input, asked.signedIn()),
  'ekitir.slip': getSlip,
  'ekitir.print': (deps, input, asked) => printSlip(deps, input, asked.signedIn(), asked.answering),
  'ekitir.show-pin': (deps, input, asked) => showPin(deps, input, asked.signedIn()),
  'ekitir.pin-noted': (deps, input, asked) => pinNoted(deps, input, asked.signedIn(), asked.answering),
  'catalogue.search': searchServices,
  'catalogue.get': getService,
  'complaint.list': listComplaints,
  'complaint.get': getComplaint,
  'complaint.file': (deps, input, asked) => fileComplaint(deps, input, asked.signedIn(), asked.answering),
  'complaint.answer': (deps, input, asked) => answerComplaint(deps, input, asked.signedIn(), asked.answering),
  'complaint.withdraw': (deps, input, asked) => withdrawComplaint(deps, input, asked.signedIn(), asked.answering),
  'region.units': listUnits,
  'question.list': (deps, input, asked) => listQuestions(deps, input, asked.signedIn()),
  'question.get': (deps, input, asked) => getQuestion(deps, input, asked.signedIn()),
  'question.save-draft': (deps, input, asked) => saveQuestionDraft(deps, input, asked.signedIn()),
  'question.answer': (deps, input, asked) => answerQuestion(deps, input, asked.signedIn(), asked.answering),
  'question.assign': (deps, input, asked) => assignQuestion(deps, input, asked.signedIn(), asked.answering),
  'question.close': (deps, input, asked) => closeQuestion(deps, input, asked.signedIn(), asked.answering),
  'question.reopen': (deps, input, asked) => reopenQuestion(deps, input, asked.signedIn(), asked.answering),
  'question.transfer': (deps, input, asked) => transferQuestion(deps, input, asked.signedIn(), asked.answering),
  'assistance.list': listAssistance,
  'assistance.figures': assistanceFigures,
  'assistance.record': (deps, input, asked) => recordAssistance(deps, input, asked.signedIn(), asked.answering),
  'assistance.withdraw': (deps, input, asked) => withdrawAssistance(deps, input, asked.signedIn(), asked.answering),
}
