/** Why an application is outside the promise although its service is inside. */
export type ExclusionGround =
  | 'filed-outside-hours'
  | 'recent-reprint'
  | 'recorded-at-16'
  | 'other-town-document'
  | 'new-photo-or-signature'
  | 'ditjen-verification'
  | 'wrong-data-by-applicant'
  | 'lost-at-kelurahan'
  | 'force-majeure'

/** The two clocks of one service: the mayor's promise and the formal standard of the Dinas. */
export interface ServiceStandard {
  /** 1 is the promise "1x24 jam"; null: the service promises nothing. */
  readonly promisedWorkingDays: number | null
  /** The service as a whole is outside the promise, and why; null otherwise. */
  readonly excludedBy: ExclusionGround | null
  /** What ends the clock: the card ready at the kelurahan, or the PDF ready to download. */
  readonly fulfilledBy: 'ready-for-collection' | 'document-ready'
  /** Working days of the formal standard (standar pelayanan); null where none was read. */
  readonly formalWorkingDays: number | null
}

/** All that a city decides about its promise. */
export interface PromiseRules {
  /** By code of the service catalogue; a service that is not here promises nothing. */
  readonly services: Readonly<Record<string, ServiceStandard>>
  /** An application with at most so much office time left is due soon. */
  readonly dueSoonOfficeMinutes: number
  /** Filed while closed: the clock starts at the next opening of a day that counts, or there is no promise at all. */
  readonly filedOutsideHours: 'next-opening' | 'excluded'
  /** Grounds that count in this city; others are noted and change nothing. */
  readonly exclusions: readonly ExclusionGround[]
  /** A reprint filed earlier than so many months after the last print is excluded. */
  readonly reprintMonths: number
}
