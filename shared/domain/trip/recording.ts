/** Statuses of perekaman KTP-el as the national system names them, in the order in which a record passes them. Staff say "sudah PRR". */
export const recordingStatuses = [
  'UNREGISTERED',
  'BIO_CAPTURED',
  'PROCESSING',
  'SENT_FOR_ENROLLMENT',
  'RECEIVED_AT_CENTRAL',
  'ENROLL_FAILURE_AT_REGIONAL',
  'ENROLL_FAILURE_AT_CENTRAL',
  'SEARCH_FAILURE_AT_CENTRAL',
  'DUPLICATE_RECORD',
  'ADJUDICATE_RECORD',
  'PRINT_READY_RECORD',
  'CARD_PRINTED',
  'CARD_SHIPPED',
  'CARD_ISSUED',
] as const
export type RecordingStatus = (typeof recordingStatuses)[number]

const failures: readonly RecordingStatus[] = [
  'ENROLL_FAILURE_AT_REGIONAL',
  'ENROLL_FAILURE_AT_CENTRAL',
  'SEARCH_FAILURE_AT_CENTRAL',
  'DUPLICATE_RECORD',
]

/** What the day report counts: recorded (sudah rekam and everything after it), failed, or not recorded (belum rekam). */
export function recordingResult(status: RecordingStatus): 'recorded' | 'failed' | 'not-recorded' {
  if (status === 'UNREGISTERED') return 'not-recorded'
  return failures.includes(status) ? 'failed' : 'recorded'
}
