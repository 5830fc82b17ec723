import { CircleCheck, CopyCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './finish.module.css'
import { statusOf, sumsOf, toneOf } from './line-status.ts'
import { useNameOf } from './said-banner.tsx'
import type { Reasons } from './use-reasons.ts'

interface DifferencesProps {
  readonly parcel: OutputOf<'shipment.get'>
  readonly differing: readonly ShipmentLine[]
  readonly complete: boolean
  readonly reasons: Reasons
}

/** Every card that is not as the list says, each with its reason: kept as soon as its field is left. */
export function Differences({ parcel, differing, complete, reasons }: DifferencesProps) {
  const { t } = useTranslation('shipments')
  const silent = differing.filter((line) => reasons.noteOf(line).trim() === '').length
  useEffect(focusFirst, [])
  return (
    <section className={`${panel.panel} ${css.differences}`} aria-label={t('finish.differences')}>
      <h2>
        {t('finish.differences')}
        {silent > 0 && <small>{t('finish.differencesHint', { count: silent })}</small>}
        {differing.length > 1 && <SameForAll differing={differing} reasons={reasons} />}
      </h2>
      <Besides parcel={parcel} complete={complete} />
      {differing.length === 0 ? (
        <p className={css.none}>
          <CircleCheck aria-hidden="true" /> {t('finish.noDifferences')}
        </p>
      ) : (
        <ul>
          {differing.map((line) => (
            <Difference key={line.key} line={line} reasons={reasons} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** What is not signed now: still expected, or signed by another desk meanwhile. */
function Besides({ parcel, complete }: Pick<DifferencesProps, 'parcel' | 'complete'>) {
  const { t } = useTranslation('shipments')
  const { open } = sumsOf(parcel.lines)
  const elsewhere = parcel.lines.filter(({ signedElsewhere }) => signedElsewhere).length
  return (
    <>
      {!complete && open > 0 && <p className={css.rest}>{t('finish.part', { count: open })}</p>}
      {elsewhere > 0 && <p className={css.rest}>{t('finish.elsewhere', { count: elsewhere })}</p>}
    </>
  )
}

/** The reason in the field where the person is (or the first one that is written) also for every card that differs alike and has none. */
function SameForAll({ differing, reasons }: Pick<DifferencesProps, 'differing' | 'reasons'>) {
  const { t } = useTranslation('shipments')
  const same = () => {
    const here = document.activeElement?.getAttribute('data-reason') ?? null
    const written = differing.filter((line) => reasons.noteOf(line).trim() !== '')
    const from = written.find(({ key }) => key === here) ?? written[0]
    if (!from) return focusFirst()
    const note = reasons.noteOf(from).trim()
    const alike = differing.filter((line) => reasons.noteOf(line).trim() === '' && differs(line) === differs(from))
    reasons.write(note, ...alike)
    void reasons.keep([from, ...alike], new Map([from, ...alike].map(({ key }) => [key, note])))
    requestAnimationFrame(focusFirst)
  }
  useShortcuts({ 'Alt+KeyA': same })
  return (
    <KeyButton size="small" hint="Alt+A" icon={<CopyCheck />} onClick={same}>
      {t('finish.same')}
    </KeyButton>
  )
}

const differs = (line: ShipmentLine) => (line.counted === null ? 'missing' : statusOf(line))

/** One difference: whose card, how it differs, and why. */
function Difference({ line, reasons }: { readonly line: ShipmentLine; readonly reasons: Reasons }) {
  const { t } = useTranslation('shipments')
  const nameOf = useNameOf()
  const note = reasons.noteOf(line)
  const status = differs(line)
  return (
    <li>
      <StatusTag tone={toneOf[status]}>{t(`status.${status}`)}</StatusTag>
      <span className={css.whose}>
        <b>{nameOf(line)}</b>
        <small>{line.ofNumber ? t('count.ofNumber', { number: line.ofNumber }) : line.kitirNumber}</small>
      </span>
      <input
        aria-label={t('finish.reason', { name: nameOf(line) })}
        placeholder={t('line.note')}
        data-reason={line.key}
        data-empty={note.trim() === ''}
        value={note}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => reasons.write(event.target.value, line)}
        onBlur={() => void reasons.keep([line])}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return
          event.preventDefault()
          nextField(event.currentTarget)
        }}
      />
    </li>
  )
}

/** The first reason that is not written, else the courier. */
function focusFirst() {
  const empty = document.querySelector<HTMLElement>('input[data-reason][data-empty="true"]')
  const target = empty ?? document.querySelector<HTMLElement>('#courier-name')
  target?.focus()
}

/** Enter goes on to the next reason, and after the last one to the courier. */
function nextField(field: HTMLInputElement) {
  const fields = [...document.querySelectorAll<HTMLElement>('input[data-reason], #courier-name')]
  fields[fields.indexOf(field) + 1]?.focus()
}
