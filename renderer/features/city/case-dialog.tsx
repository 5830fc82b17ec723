import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultOf } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { Counts } from '../../ui/case-counts.tsx'
import { Movements } from '../../ui/case-movements.tsx'
import { CaseThings } from '../../ui/case-things.tsx'
import { FactList, Remarks } from '../../ui/evidence-remarks.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Awaited } from './awaited.tsx'
import { type CaseFile, letterOf } from './case-file.ts'
import css from './city.module.css'
import { CityDialog } from './city-dialog.tsx'
import type { Said } from './said.tsx'
import { emptyDraft, SettleForm } from './settle-form.tsx'
import { useCaseActs } from './use-case-acts.ts'
import { useCity, useForgottenWithMe } from './use-city.ts'

type Given = CaseFile['handovers'][number]

interface CaseDialogProps {
  readonly caseId: string
  readonly onClose: () => void
  readonly onDone: (said: Said) => void
}

/** A case of any kelurahan: what each desk recorded, beside each other, and the decision. */
export function CaseDialog({ caseId, onClose, onDone }: CaseDialogProps) {
  const { t } = useTranslation('city')
  const answer = useCity('city.case', { caseId })
  useForgottenWithMe('city.case', { caseId })
  // Above the file: what was begun stays while the line is gone, though the file does not.
  const [draft, setDraft] = useState(emptyDraft)
  const acts = useCaseActs(onDone)
  const file = answer.isSuccess ? answer.data : null
  const title = file
    ? `${t(`cases.kind.${file.case.kind}`)}: ${file.card?.ownerName ?? t('cases.someone')}`
    : t('cases.list')
  return (
    <CityDialog onClose={onClose} title={title} width={980}>
      {file ? (
        <>
          <Head file={file} />
          <div className={css.papers}>
            {file.handovers.map((one, at) => (
              <Receipt key={one.handoverId} caseId={caseId} one={one} letter={letterOf(at)} />
            ))}
          </div>
          <Movements movements={file.movements} />
          <Counts counts={file.counts} />
          <CaseThings file={file} />
          <Unread file={file} />
          <Notes file={file} />
          {file.case.state === 'open' ? (
            <SettleForm file={file} draft={draft} onDraft={setDraft} acts={acts} />
          ) : (
            <p>{t('case.settled')}</p>
          )}
        </>
      ) : (
        <Awaited answer={answer} rows={6} />
      )}
    </CityDialog>
  )
}

function Head({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation(['city', 'common'])
  const format = useFormat()
  const parts = [
    `${t('city:tab.units')} ${file.unitName}`,
    file.card && `${t(`common:cardKind.${file.card.kind}`)} ${file.card.kitirNumber}`,
    file.card?.ownerNikMasked,
    t('city:cases.opened', { time: format.when(file.case.openedAt) }),
  ]
  return <p className={css.hint}>{parts.filter(Boolean).join(' · ')}</p>
}

const tones = { stands: 'ok', contested: 'clash', 'set-aside': 'wait', undone: 'wait' } as const

function Receipt({ caseId, one, letter }: { readonly caseId: string; readonly one: Given; readonly letter: string }) {
  const { t } = useTranslation(['city', 'common'])
  const format = useFormat()
  const facts = [
    [t('case.number'), one.receiptNumber],
    [t('case.at'), format.dateTime(one.at)],
    ...(one.correctedAt ? [[t('case.correctedAt'), format.dateTime(one.correctedAt)] as const] : []),
    [t('case.acceptedAt'), format.when(one.acceptedAt)],
    [t('case.collector'), `${one.collectorName}, ${one.relation || t(`common:collector.${one.collectorKind}`)}`],
    [t('case.staff'), `${one.staffName} (${one.staffCode})`],
    [t('case.pin'), t(`case.pinIs.${one.pin}`)],
  ] as const
  return (
    <section className={css.paper}>
      <h3>
        {t('case.receipt', { letter })}
        <StatusTag tone={tones[one.standing]}>{t(`case.standing.${one.standing}`)}</StatusTag>
      </h3>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <FactList>
        <Remarks of={one} />
      </FactList>
      <Evidence caseId={caseId} of={one.signature} name={`${t('case.signature')} ${one.collectorName}`} />
      {one.photo && <Evidence caseId={caseId} of={one.photo} name={`${t('case.photo')} ${one.collectorName}`} photo />}
    </section>
  )
}

interface EvidenceProps {
  readonly caseId: string
  readonly of: Given['signature']
  readonly name: string
  readonly photo?: boolean
}

/** A signature or a photo, or where it is. */
function Evidence({ caseId, of: { sha256, state }, name, photo = false }: EvidenceProps) {
  const { t } = useTranslation('city')
  const whole = state === 'whole'
  const answer = useCity('city.evidence', { caseId, sha256 }, { enabled: whole })
  if (!whole) return <p className={css.pending}>{t('case.pending', { what: name })}</p>
  if (answer.isError) return <FaultLine fault={faultOf(answer.error)} extra={name} kept={false} />
  if (!answer.data) return null
  return (
    <img
      className={photo ? css.photo : css.ink}
      alt={name}
      src={`data:image/${photo ? 'jpeg' : 'png'};base64,${answer.data.base64}`}
    />
  )
}

/** An act that the centre kept and could not follow. */
function Unread({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const { fact } = file.case
  if (!fact) return null
  return (
    <section className={css.paper}>
      <h3>{t('fact.title')}</h3>
      <p className={css.hint}>{t('fact.text', { type: fact.type, code: fact.code, at: format.dateTime(fact.at) })}</p>
    </section>
  )
}

function Notes({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const { notes = [] } = file.case
  if (notes.length === 0) return null
  return (
    <section className={css.paper}>
      <h3>{t('case.notes')}</h3>
      {notes.map((note) => (
        <p key={note.noteId} className={css.hint}>
          {note.staffName}, {format.when(note.at)}: {note.text}
        </p>
      ))}
    </section>
  )
}
