import type { ApplicationLine } from '#shared/contract/engine/applications.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { sentBack } from '#shared/domain/filing/step.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import type { Seen } from '../stores.ts'

/** One application as lists show it. */
export const applicationLine = ({ row, centre }: Seen<Filing>): ApplicationLine => ({
  applicationId: row.id,
  kitirNumber: row.kitirNumber,
  kngNumber: row.kngNumber,
  service: row.service,
  serviceName: row.serviceName,
  applicantName: row.applicantName,
  subjectName: row.subjectName,
  subjectNik: row.subjectNik && maskNik(row.subjectNik),
  status: row.status,
  filedAt: row.at,
  staffName: row.staffName,
  expectedAt: row.expectedAt,
  sentBackNote: sentBack(row)?.note ?? null,
  family: row.family,
  centre,
})
