import { activation as activationEn } from './en/activation.ts'
import { cards as cardsEn } from './en/cards.ts'
import { common as commonEn } from './en/common.ts'
import { faults as faultsEn } from './en/faults.ts'
import { frame as frameEn } from './en/frame.ts'
import { handover as handoverEn } from './en/handover.ts'
import { home as homeEn } from './en/home.ts'
import { override as overrideEn } from './en/override.ts'
import { receipt as receiptEn } from './en/receipt.ts'
import { scan as scanEn } from './en/scan.ts'
import { settings as settingsEn } from './en/settings.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { sync as syncEn } from './en/sync.ts'
import { activation } from './id/activation.ts'
import { cards } from './id/cards.ts'
import { common } from './id/common.ts'
import { faults } from './id/faults.ts'
import { frame } from './id/frame.ts'
import { handover } from './id/handover.ts'
import { home } from './id/home.ts'
import { override } from './id/override.ts'
import { receipt } from './id/receipt.ts'
import { scan } from './id/scan.ts'
import { settings } from './id/settings.ts'
import { signIn } from './id/sign-in.ts'
import { sync } from './id/sync.ts'

/** One namespace an area. */
export const indonesian = {
  activation,
  cards,
  common,
  faults,
  frame,
  handover,
  home,
  override,
  receipt,
  scan,
  settings,
  signIn,
  sync,
}
export const english = {
  activation: activationEn,
  cards: cardsEn,
  common: commonEn,
  faults: faultsEn,
  frame: frameEn,
  handover: handoverEn,
  home: homeEn,
  override: overrideEn,
  receipt: receiptEn,
  scan: scanEn,
  settings: settingsEn,
  signIn: signInEn,
  sync: syncEn,
}
