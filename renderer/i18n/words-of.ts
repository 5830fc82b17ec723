import { common as commonEn } from './en/common.ts'
import { faults as faultsEn } from './en/faults.ts'
import { frame as frameEn } from './en/frame.ts'
import { handover as handoverEn } from './en/handover.ts'
import { scan as scanEn } from './en/scan.ts'
import { common } from './id/common.ts'
import { faults } from './id/faults.ts'
import { frame } from './id/frame.ts'
import { handover } from './id/handover.ts'
import { scan } from './id/scan.ts'

/** One namespace an area. */
export const indonesian = { common, faults, frame, handover, scan }
export const english = {
  common: commonEn,
  faults: faultsEn,
  frame: frameEn,
  handover: handoverEn,
  scan: scanEn,
}
