import type { CardKind, CollectorKind } from '../card/card.ts'
import type { Shelf } from '../card/shelf.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CompensationRules } from '../claim/compensation-rules.ts'
import type { ComplaintRules } from '../complaint/complaint-deadline.ts'
import type { DayException, OfficeWeek } from '../office-calendar/office-calendar.ts'
import type { QuestionTemplate } from '../question/question-template.ts'
import type { PromiseRules } from '../service-clock/promise-rules.ts'
import type { CalendarDay } from '../time.ts'
import type { Unit } from './unit.ts'

/** A paper to be seen at the counter; its label is in the region's words. */
export interface RequiredPaper {
  readonly id: string
  readonly label: string
  /** It is the comparing of a face: where that cannot be done, the reason given stands for it. */
  readonly face?: boolean | undefined
}

/** One row of the table "who may collect what, and with which papers". */
export interface CollectorRule {
  readonly cardKind: CardKind
  readonly collector: CollectorKind
  readonly papers: readonly RequiredPaper[]
  /** Needs number and date of a surat kuasa. */
  readonly needsProxyLetter: boolean
  /** The collector must be a member of the owner's KK as known here. */
  readonly sameHousehold: boolean
}

/** Everything that varies by city. The file in resources/regions is the seed, the centre's version wins. */
export interface RegionPack {
  readonly id: string
  readonly version: number
  readonly city: string
  /** Certificates (DER, base64) of who vouches for the signers of finished documents, e.g. the root of BSrE; absent: nobody is known. */
  readonly signatureAnchors?: readonly string[] | undefined
  readonly zone: string
  readonly currency: string
  readonly receipt: {
    /** Lines of the head of every paper (kop), e.g. PEMERINTAH KOTA SURABAYA. */
    readonly head: readonly string[]
    readonly statement: string
    readonly free: string
    readonly callCentre: string
    readonly copies: number
  }
  readonly collectorRules: readonly CollectorRule[]
  readonly pin: { readonly digits: number; readonly tries: number }
  readonly override: { readonly onTheSpot: boolean; readonly challenge: boolean; readonly reviewLater: boolean }
  /** Must supervisors and administrators add a second factor before they work, or may they (the default)? */
  readonly secondFactor?: 'required' | 'offered' | undefined
  /** Must the card's own label be scanned before it is handed over, or may it be (the default)? */
  readonly handover?: { readonly labelCheck: 'required' | 'offered' } | undefined
  /** Windows shares (`\\\\PC\\printer`) to which receipts may be sent; absent: none. */
  readonly printers?: { readonly shares: readonly string[] } | undefined
  /** First two digits that a NIK can have (kode provinsi); absent: not checked. */
  readonly provinces?: readonly string[] | undefined
  /** Kecamatan codes (six digits), whole for each town that is among them: a NIK of such a town with another code is doubted; absent: not checked. */
  readonly districts?: readonly string[] | undefined
  /** How long a mistaken hand-over may be undone: by who gave the card, and with a supervisor. */
  readonly undo: { readonly minutesByClerk: number; readonly daysWithSupervisor: number }
  readonly limits: {
    readonly daysSinceOnlineSignIn: number
    readonly daysSinceSync: number
    /** For so many days a supervisor may let somebody in who was too long without the centre, once; absent: three. */
    readonly daysOfExtension?: number | undefined
    /** The screen locks when nobody used it for so many minutes; absent: ten. */
    readonly idleLockMinutes?: number | undefined
    /** New work is locked at so many acts that wait for the centre, and when the oldest has waited so many days. */
    readonly unsentItems?: number | undefined
    readonly daysOldestUnsent?: number | undefined
    /** A limit is said so many days, or so many acts, before it locks. */
    readonly warnDaysBefore?: number | undefined
    readonly warnItemsBefore?: number | undefined
    /** Free disk, in millions of bytes: said below the one, locked at the other. */
    readonly diskWarnMegabytes?: number | undefined
    readonly diskLockMegabytes?: number | undefined
    /** Bytes and pages that the PDF of one requirement may have; absent: see shared/domain/document/document-limits.ts. */
    readonly documentBytes?: number | undefined
    readonly documentPages?: number | undefined
    readonly clockSkewWarnSeconds: number
    readonly pickUpsForOtherHouseholdsPerDay: number
    readonly uncollectedReminderDays: number
    readonly uncollectedReturnDays: number
  }
  /** After how many days a computer of the office erases: see electron/engine/keeping/erase-over.ts, which has the usual ones. */
  readonly keeping?:
    | {
        readonly cards?: number | undefined
        readonly files?: number | undefined
        readonly work?: number | undefined
        readonly audit?: number | undefined
      }
    | undefined
  /** How the shelf of a unit is divided, where cards that come in are put. */
  readonly shelf: Shelf
  /** Hours and days off of units whose own calendar the centre has not sent. */
  readonly office: {
    readonly saturdayCounts: boolean
    readonly weeks: Readonly<Record<Unit['kind'], readonly OfficeWeek[]>>
    readonly exceptions: Readonly<Record<CalendarDay, DayException>>
  }
  readonly promise: PromiseRules
  readonly compensation: CompensationRules
  readonly complaints: ComplaintRules
  /** Absent in a pack from before there was one, and where only the rules are read: it is large and kept beside them. */
  readonly catalogue?: Catalogue | undefined
  /** Ready answers to citizens; absent: none. */
  readonly questionTemplates?: readonly QuestionTemplate[] | undefined
  /** Where a citizen gets the apps, for the leaflet; absent: no leaflet is offered. */
  readonly apps?: { readonly klampid: string; readonly ikd: string } | undefined
}
