import type { ApplicationRepaired, ApplicationWithdrawn, Filing, KitirReissued } from '../../filing/filing.ts'
import { aFiledApplication } from '../../filing/testing/a-filing.ts'
import type { Act } from '../acts.ts'
import { doneBy } from './an-act.ts'

const made = (id: string) => ({
  kitirId: `kitir-${id}`,
  number: `L-3578071004-02-${id}`,
  code: `LKT1:${id}`,
  pinVerifier: '$argon2id$v=19$x',
})

/** An application with one document. */
export function filed(id: string, document: string): Act {
  const requirements = { 'police-letter': { how: 'upload', documents: [document] } } as const
  return {
    type: 'application.file',
    payload: { ...aFiledApplication({ applicationId: id, kitir: made(id), requirements }), ...doneBy },
  }
}

export function repaired(repairId: string, { id, people, answers, requirements }: Filing): Act {
  const said = { people, answers: { ...answers, lastPrint: repairId }, requirements, doubts: [] }
  const payload: ApplicationRepaired = { ...doneBy, repairId, applicationId: id, ...said, note: '', offline: true }
  return { type: 'application.repair', payload }
}

export function takenBack(withdrawId: string, { id }: Filing): Act {
  const reason = 'Kartunya sudah ditemukan'
  const payload: ApplicationWithdrawn = { ...doneBy, withdrawId, applicationId: id, reason, offline: true }
  return { type: 'application.withdraw', payload }
}

/** Another e-Kitir in place of the one that the application was filed with. */
export function reissued(reissueId: string, { id, kitirNumber, subjectName }: Filing): Act {
  const replaced = { replacesNumber: kitirNumber, replacesKitirId: `kitir-${id}` }
  const told = { reissueId, applicationId: id, kitir: made(reissueId), ownerName: subjectName }
  const payload: KitirReissued = { ...doneBy, ...told, ...replaced, reason: 'lost', offline: true }
  return { type: 'ekitir.reissue', payload }
}
