import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { scope } from './rows.ts'

export const applicantNik = '3578015204900001'

/** A KTP-el that was lost, with everything that the catalogue asks for. */
export const aFiling: IntakeDraft = {
  services: [
    {
      ...{ service: 'KTP-ULANG', doubts: [], collectionUnit: scope },
      people: {
        owner: {
          ...{ name: 'Dewi Lestari', nik: applicantNik, birthDate: '1990-04-12', sex: 'female' },
          kk: '3578010101190001',
        },
      },
      answers: {
        ...{ applicantAs: 'self', reason: 'lost', 'lossReport.number': 'SKTLK/123/XI/2026' },
        ...{ 'lossReport.date': '2026-11-20', 'lossReport.station': 'Polsek Genteng' },
      },
      requirements: { kk: { how: 'copy', documents: [] }, 'police-letter': { how: 'original', documents: [] } },
    },
  ],
  at: { service: 0, step: 'review' },
  repairs: null,
}
