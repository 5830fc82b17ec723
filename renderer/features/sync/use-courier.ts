import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'

/** How the last act with a file ended. */
export interface Said {
  readonly mood: 'good' | 'neutral'
  readonly title: string
  readonly text?: string
}

type Opened = OutputOf<'courier.open'>
type Row = OutputOf<'courier.state'>['carried'][number]

export type CourierActs = ReturnType<typeof useCourier>

/** Acts with files that are carried by hand, one at a time. */
export function useCourier() {
  const { t } = useTranslation('courier')
  const engine = useEngine()
  const opened = useOpenedWords()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const attempt = async (act: () => Promise<Said | null>) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    setSaid(null)
    try {
      setSaid(await act())
    } catch (error) {
      setFault(faultOf(error))
    } finally {
      setBusy(false)
    }
  }
  const cancelled: Said = { mood: 'neutral', title: t('cancelled') }
  const save = async (): Promise<Said> => {
    const { saved, fileName } = await engine.call('courier.save-queue', {})
    return saved ? { mood: 'good', title: t('saved', { file: fileName }), text: t('savedNext') } : cancelled
  }
  const saveAnswer = async ({ id, deviceName: device }: Row): Promise<Said> => {
    const { saved, fileName } = await engine.call('courier.save-answer', { id })
    if (!saved) return cancelled
    return { mood: 'good', title: t('answerSaved', { file: fileName }), text: t('answerSavedNext', { device }) }
  }
  const step = async (row: Row): Promise<Said | null> => {
    if (row.state === 'answered') return saveAnswer(row)
    if (row.state === 'unfinished') return opened(await engine.call('courier.finish', { id: row.id }))
    if (row.state === 'waiting') await engine.call('sync.now', {})
    else await engine.call('courier.forget', { id: row.id })
    return null
  }
  const forget = async ({ id }: Row): Promise<null> => {
    await engine.call('courier.forget', { id })
    return null
  }
  return {
    busy,
    said,
    fault,
    save: () => void attempt(save),
    open: () => void attempt(async () => opened(await engine.call('courier.open', {}))),
    step: (row: Row) => void attempt(() => step(row)),
    forget: (row: Row) => void attempt(() => forget(row)),
  }
}

/** What a file that was opened turned out to be. */
function useOpenedWords(): (opened: Opened) => Said {
  const { t } = useTranslation('courier')
  return (opened) => {
    if (opened.found === 'nothing') return { mood: 'neutral', title: t('cancelled') }
    if (opened.found === 'queue') {
      const title = t(opened.again ? 'carriedAgain' : 'carried', { device: opened.deviceName })
      return { mood: 'good', title, text: t('carriedNext') }
    }
    const { verdicts, rows, waiting, older } = opened
    if (older) return { mood: 'neutral', title: t('older'), text: t('olderNext') }
    const left = waiting > 0 ? t('takenWaiting', { count: waiting }) : t('takenAll')
    return { mood: 'good', title: t('taken', { count: verdicts }), text: `${t('takenRows', { count: rows })} ${left}` }
  }
}
