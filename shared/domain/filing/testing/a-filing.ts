import type { ApplicationFiled, Filing } from '../filing.ts'

/** Who did it, in synthetic facts. */
export const by = (staffId: string, at = '2026-11-24T02:00:00.000Z') => ({
  ...{ at, staffId, staffName: staffId, staffCode: `X-${staffId}`, deviceCode: '02' },
})

/** Somebody lost a KTP and files for another. */
export const aFiledApplication = (more: Partial<ApplicationFiled> = {}): ApplicationFiled => ({
  applicationId: 'f-1',
  kitir: {
    kitirId: 'kt-1',
    number: 'L-3578071004-02-000123',
    code: 'LKT1:ABC',
    pinVerifier: '$argon2id$v=19$x',
  },
  service: 'KTP-ULANG',
  serviceName: 'Cetak Ulang KTP',
  catalogueVersion: 1,
  applicantName: 'Dewi Lestari',
  applicantNik: '3578015204900001',
  subjectName: 'Dewi Lestari',
  subjectNik: '3578015204900001',
  family: null,
  collectionUnit: '3578071004',
  channel: 'kelurahan',
  people: { owner: { name: 'Dewi Lestari', nik: '3578015204900001', birthDate: '1990-04-12' } },
  answers: { reason: 'lost' },
  requirements: { 'police-letter': { how: 'original', documents: [] } },
  doubts: [],
  expectedAt: '2026-11-25T02:00:00.000Z',
  offline: true,
  ...by('rini'),
  ...more,
})

/** The row of an application as it was just filed. */
export function aFiling(more: Partial<Filing> = {}): Filing {
  const { applicationId, kitir, ...fact } = aFiledApplication()
  return {
    ...{ ...fact, id: applicationId, scope: '3578071004', kitirNumber: kitir.number, kngNumber: null },
    ...{ acceptedAt: null, status: 'DIAJUKAN', steps: [], results: [], flags: [], acts: [applicationId] },
    ...more,
  }
}
