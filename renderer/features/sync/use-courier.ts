import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { type Said, useFileWords } from '../../ui/file-words.ts'

type Row = OutputOf<'courier.state'>['carried'][number]

export type CourierActs = ReturnType<typeof useCourier>

/** Acts with files that are carried by hand, one at a time. */
export function useCourier() {
  const { t } = useTranslation('courier')
  const engine = useEngine()
  const words = useFileWords()
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
  const saveAnswer = async ({ id, deviceName: device }: Row): Promise<Said> => {
    const { saved, fileName } = await engine.call('courier.save-answer', { id })
    if (!saved) return words.cancelled
    return { mood: 'good', title: t('answerSaved', { file: fileName }), text: t('answerSavedNext', { device }) }
  }
  const step = async (row: Row): Promise<Said | null> => {
    if (row.state === 'answered') return saveAnswer(row)
    if (row.state === 'unfinished') return words.opened(await engine.call('courier.finish', { id: row.id }))
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
    save: () => void attempt(async () => words.saved(await engine.call('courier.save-queue', {}))),
    open: () => void attempt(async () => words.opened(await engine.call('courier.open', {}))),
    step: (row: Row) => void attempt(() => step(row)),
    forget: (row: Row) => void attempt(() => forget(row)),
  }
}
