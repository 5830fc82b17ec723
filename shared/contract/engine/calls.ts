import type { z } from 'zod'
import { getCard, listCards, revealNik, searchCards } from './cards.ts'
import { appStatus, enrol, getSettings, listSystemPrinters, saveSettings, testPrinter } from './device.ts'
import {
  answerChallenge,
  checkPin,
  getHandover,
  listSupervisors,
  overrideOnTheSpot,
  readChallenge,
  recordHandover,
  reprintReceipt,
  respondToChallenge,
  saveHandoverPdf,
  startChallenge,
  undoHandover,
  undoTerms,
} from './handover.ts'
import { homeSummary } from './home.ts'
import { cancelPrint, listPrints, retryPrint } from './printing.ts'
import { recentScans, resolveScan } from './scan.ts'
import { currentSession, listStaff, signIn, signOut, unlock } from './session.ts'
import { acknowledge, setConnection, syncNow, syncOverview } from './sync.ts'

const all = [
  listStaff,
  signIn,
  currentSession,
  signOut,
  unlock,
  appStatus,
  enrol,
  getSettings,
  saveSettings,
  testPrinter,
  listSystemPrinters,
  resolveScan,
  recentScans,
  listCards,
  searchCards,
  getCard,
  revealNik,
  checkPin,
  overrideOnTheSpot,
  startChallenge,
  answerChallenge,
  readChallenge,
  respondToChallenge,
  listSupervisors,
  recordHandover,
  undoTerms,
  undoHandover,
  getHandover,
  reprintReceipt,
  saveHandoverPdf,
  listPrints,
  retryPrint,
  cancelPrint,
  syncOverview,
  syncNow,
  setConnection,
  acknowledge,
  homeSummary,
] as const

type AnyCall = (typeof all)[number]
export type CallName = AnyCall['name']
export type CallOf<N extends CallName> = Extract<AnyCall, { name: N }>
export type InputOf<N extends CallName> = z.input<CallOf<N>['input']>
export type ParsedInputOf<N extends CallName> = z.output<CallOf<N>['input']>
export type OutputOf<N extends CallName> = z.output<CallOf<N>['output']>

/** Every call of the engine by name. */
export const calls = new Map<string, AnyCall>(all.map((call) => [call.name, call]))
