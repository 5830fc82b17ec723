import type { Act } from '../../act/acts.ts'
import type { Question, QuestionMessage } from '../question.ts'
import { settled } from '../question-standing.ts'

export const home = '3578071004'
export const elsewhere = '3578101003'

export const asked = (messageId: string, at: string): QuestionMessage => ({
  ...{ from: 'citizen', messageId, at, text: `Pertanyaan ${messageId}` },
})

/** A thread of the unit `home` with these messages of the citizen. */
export const aQuestion = (messages: readonly QuestionMessage[] = [asked('m-1', minute(0))]): Question =>
  settled({
    ...{ id: 'q-1', scope: home, kitirNumber: null, applicationId: null, subject: 'Kapan jadi?', askedAt: minute(0) },
    ...{ askedBy: { name: 'Ratna', contact: null }, messages, ends: [], reopenings: [], assignments: [], handed: [] },
    ...{ state: 'open', waitingSince: null, assignedTo: null, flags: [] },
  })

/** So many minutes after nine. */
export const minute = (minutes: number): string =>
  new Date(Date.parse('2026-11-24T02:00:00.000Z') + minutes * 60_000).toISOString()

const by = (staffId: string, minutes: number) => ({
  ...{ questionId: 'q-1', at: minute(minutes), staffId, staffName: staffId, staffCode: `X-${staffId}` },
  ...{ deviceCode: '02', offline: true },
})

/** Acts about the thread, each with the minute of the clock by which it was done. */
export const act = {
  answer: (messageId: string, upTo: string, minutes: number, staffId = 'rini'): Act => ({
    type: 'question.answer',
    payload: { ...by(staffId, minutes), messageId, text: `Jawaban ${messageId}`, upTo },
  }),
  assign: (assignId: string, to: string | null, minutes: number, turn = 0): Act => ({
    type: 'question.assign',
    payload: {
      ...by('rini', minutes),
      assignId,
      to: to === null ? null : { staffId: to, staffName: to, staffCode: `X-${to}` },
      turn,
    },
  }),
  close: (closeId: string, upTo: string, minutes: number): Act => ({
    type: 'question.close',
    payload: { ...by('rini', minutes), closeId, upTo },
  }),
  reopen: (reopenId: string, minutes: number): Act => ({
    type: 'question.reopen',
    payload: { ...by('hendra', minutes), reopenId },
  }),
  transfer: (transferId: string, from: string, to: string, minutes: number): Act => ({
    type: 'question.transfer',
    payload: { ...by('rini', minutes), transferId, from, to, reason: 'Bukan wilayah kami' },
  }),
} as const
