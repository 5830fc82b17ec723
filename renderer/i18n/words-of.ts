import { admin as adminEn } from './en/admin.ts'
import { common as commonEn } from './en/common.ts'
import { faults as faultsEn } from './en/faults.ts'
import { frame as frameEn } from './en/frame.ts'
import { handover as handoverEn } from './en/handover.ts'
import { scan as scanEn } from './en/scan.ts'
import { sync as syncEn } from './en/sync.ts'
import { admin } from './id/admin.ts'
import { common } from './id/common.ts'
import { faults } from './id/faults.ts'
import { frame } from './id/frame.ts'
import { handover } from './id/handover.ts'
import { scan } from './id/scan.ts'
import { sync } from './id/sync.ts'

/** One namespace an area. */
export const indonesian = { admin, common, faults, frame, handover, scan, sync }
export const english = {
  admin: adminEn,
  common: commonEn,
  faults: faultsEn,
  frame: frameEn,
  handover: handoverEn,
  scan: scanEn,
  sync: syncEn,
}
