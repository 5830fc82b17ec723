import { account as accountEn } from './en/account.ts'
import { activation as activationEn } from './en/activation.ts'
import { applications as applicationsEn } from './en/applications.ts'
import { assistance as assistanceEn } from './en/assistance.ts'
import { audit as auditEn } from './en/audit.ts'
import { blanks as blanksEn } from './en/blanks.ts'
import { bulk as bulkEn } from './en/bulk.ts'
import { cards as cardsEn } from './en/cards.ts'
import { cases as casesEn } from './en/cases.ts'
import { catalogue as catalogueEn } from './en/catalogue.ts'
import { city as cityEn } from './en/city.ts'
import { claims as claimsEn } from './en/claims.ts'
import { common as commonEn } from './en/common.ts'
import { complaints as complaintsEn } from './en/complaints.ts'
import { courier as courierEn } from './en/courier.ts'
import { day as dayEn } from './en/day.ts'
import { document as documentEn } from './en/document.ts'
import { ekitir as ekitirEn } from './en/ekitir.ts'
import { faults as faultsEn } from './en/faults.ts'
import { frame as frameEn } from './en/frame.ts'
import { handover as handoverEn } from './en/handover.ts'
import { home as homeEn } from './en/home.ts'
import { intake as intakeEn } from './en/intake.ts'
import { keeping as keepingEn } from './en/keeping.ts'
import { oldCards as oldCardsEn } from './en/old-cards.ts'
import { override as overrideEn } from './en/override.ts'
import { paper as paperEn } from './en/paper.ts'
import { problems as problemsEn } from './en/problems.ts'
import { questions as questionsEn } from './en/questions.ts'
import { receipt as receiptEn } from './en/receipt.ts'
import { review as reviewEn } from './en/review.ts'
import { scan as scanEn } from './en/scan.ts'
import { service as serviceEn } from './en/service.ts'
import { settings as settingsEn } from './en/settings.ts'
import { shipments as shipmentsEn } from './en/shipments.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { sync as syncEn } from './en/sync.ts'
import { team as teamEn } from './en/team.ts'
import { trips as tripsEn } from './en/trips.ts'
import { update as updateEn } from './en/update.ts'
import { account } from './id/account.ts'
import { activation } from './id/activation.ts'
import { applications } from './id/applications.ts'
import { assistance } from './id/assistance.ts'
import { audit } from './id/audit.ts'
import { blanks } from './id/blanks.ts'
import { bulk } from './id/bulk.ts'
import { cards } from './id/cards.ts'
import { cases } from './id/cases.ts'
import { catalogue } from './id/catalogue.ts'
import { city } from './id/city.ts'
import { claims } from './id/claims.ts'
import { common } from './id/common.ts'
import { complaints } from './id/complaints.ts'
import { courier } from './id/courier.ts'
import { day } from './id/day.ts'
import { document } from './id/document.ts'
import { ekitir } from './id/ekitir.ts'
import { faults } from './id/faults.ts'
import { frame } from './id/frame.ts'
import { handover } from './id/handover.ts'
import { home } from './id/home.ts'
import { intake } from './id/intake.ts'
import { keeping } from './id/keeping.ts'
import { oldCards } from './id/old-cards.ts'
import { override } from './id/override.ts'
import { paper } from './id/paper.ts'
import { problems } from './id/problems.ts'
import { questions } from './id/questions.ts'
import { receipt } from './id/receipt.ts'
import { review } from './id/review.ts'
import { scan } from './id/scan.ts'
import { service } from './id/service.ts'
import { settings } from './id/settings.ts'
import { shipments } from './id/shipments.ts'
import { signIn } from './id/sign-in.ts'
import { sync } from './id/sync.ts'
import { team } from './id/team.ts'
import { trips } from './id/trips.ts'
import { update } from './id/update.ts'

/** One namespace an area. */
export const indonesian = {
  account,
  activation,
  applications,
  assistance,
  audit,
  blanks,
  bulk,
  team,
  trips,
  oldCards,
  review,
  cases,
  catalogue,
  city,
  day,
  document,
  claims,
  complaints,
  courier,
  keeping,
  shipments,
  cards,
  common,
  ekitir,
  faults,
  frame,
  handover,
  home,
  intake,
  problems,
  override,
  paper,
  questions,
  receipt,
  scan,
  service,
  settings,
  signIn,
  sync,
  update,
}
export const english = {
  account: accountEn,
  activation: activationEn,
  applications: applicationsEn,
  assistance: assistanceEn,
  audit: auditEn,
  blanks: blanksEn,
  bulk: bulkEn,
  team: teamEn,
  trips: tripsEn,
  oldCards: oldCardsEn,
  review: reviewEn,
  cases: casesEn,
  catalogue: catalogueEn,
  city: cityEn,
  day: dayEn,
  document: documentEn,
  claims: claimsEn,
  complaints: complaintsEn,
  courier: courierEn,
  keeping: keepingEn,
  shipments: shipmentsEn,
  cards: cardsEn,
  common: commonEn,
  ekitir: ekitirEn,
  faults: faultsEn,
  frame: frameEn,
  handover: handoverEn,
  home: homeEn,
  intake: intakeEn,
  problems: problemsEn,
  override: overrideEn,
  paper: paperEn,
  questions: questionsEn,
  receipt: receiptEn,
  scan: scanEn,
  service: serviceEn,
  settings: settingsEn,
  signIn: signInEn,
  sync: syncEn,
  update: updateEn,
}
