import { ClipboardCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { TripDetail } from '#shared/contract/engine/trips.ts'
import { isOfLaptop } from '#shared/domain/trip/queue-number.ts'
import { tallyPeople } from '#shared/domain/trip/trip-tally.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useStaff } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import { Figures } from './figures.tsx'
import { KeptTyped } from './kept-typed.tsx'
import css from './trips.module.css'
import { useClosingDraft } from './use-closing-draft.ts'
import { WithKept } from './with-kept.tsx'

interface CloseDayProps {
  readonly trip: TripDetail
  readonly onLeave: () => void
  readonly onClosed: (closeId: string) => void
}

type Missing = 'here' | 'inHand' | 'explanation' | 'witness' | 'signature' | 'witnessSignature'

const fields: Record<Missing, string> = {
  here: '#close-in-hand',
  inHand: '#close-in-hand',
  explanation: '#close-explanation',
  witness: '#close-witness',
  signature: '#close-leader canvas',
  witnessSignature: '#close-witness-sign canvas',
}

type Kept = OutputOf<'trip.closing-draft'>['saved']

/** Tutup hari. What was typed before and not signed is there again. */
export function CloseDay(props: CloseDayProps) {
  const { t } = useTranslation('trips')
  const found = useEngineQuery('trip.closing-draft', { tripId: props.trip.line.tripId })
  return (
    <WithKept title={t('close.title')} found={found}>
      {(kept, onAfresh) => <Closing {...props} kept={kept} onAfresh={onAfresh} />}
    </WithKept>
  )
}

interface ClosingProps extends CloseDayProps {
  readonly kept: Kept
  /** What was kept is not wanted. */
  readonly onAfresh: () => void
}

/** The queue and the cards of the day counted, what differs explained, signed by the leader and a witness. */
function Closing({ trip, kept, onAfresh, onLeave, onClosed }: ClosingProps) {
  const { t } = useTranslation('trips')
  const staff = useStaff()
  const format = useFormat()
  const [inHand, setInHand] = useState(kept?.draft.inHand ?? '')
  const [explanation, setExplanation] = useState(kept?.draft.explanation ?? '')
  const [witness, setWitness] = useState(kept?.draft.witness ?? '')
  const [position, setPosition] = useState(kept?.draft.position ?? '')
  const [signature, setSignature] = useState<string | null>(null)
  const [witnessSignature, setWitnessSignature] = useState<string | null>(null)
  const { forget } = useClosingDraft(trip.line.tripId, { inHand, explanation, witness, position })
  const mine = trip.visits.filter(({ number }) => isOfLaptop(number, trip.letter))
  const people = tallyPeople(mine)
  const differs = inHand !== '' && Number(inHand) !== trip.cards.withTeam
  const checks: ReadonlyArray<readonly [Missing, boolean]> = [
    ['here', people.here > 0],
    ['inHand', inHand === ''],
    ['explanation', differs && explanation.trim() === ''],
    ['witness', witness.trim().length < 2],
    ['signature', signature === null],
    ['witnessSignature', witnessSignature === null],
  ]
  const first = checks.find(([, open]) => open)?.[0]
  const { confirm, pending, fault } = useConfirm('trip.close', ({ closeId }) => {
    forget()
    showToast({ title: t('close.done') })
    onClosed(closeId)
  })
  const press = () => {
    if (first || signature === null || witnessSignature === null)
      return document.querySelector<HTMLElement>(fields[first ?? 'signature'])?.focus()
    const told = { inHand: Number(inHand), explanation: differs ? explanation.trim() : null }
    const by = { witness: { name: witness.trim(), position: position.trim() }, signature, witnessSignature }
    if (!pending) void confirm({ tripId: trip.line.tripId, ...told, ...by })
  }
  useShortcuts({ 'Control+Enter': press, Escape: onLeave })
  useEffect(() => document.querySelector<HTMLElement>('#close-in-hand')?.focus(), [])
  const { opened, served, gone, postponed, here } = people
  const { out, handedOver, back, lost, withTeam } = trip.cards
  return (
    <Page
      title={t('close.title')}
      lead={<span className="num">{t('close.number', { number: trip.nextNumber })}</span>}
      bar={
        <ActionBar
          reason={
            fault ? (
              <FaultLine fault={fault} />
            ) : (
              <div className={css.reason}>
                <b>{first ? t('close.leftTo', { what: t(`close.missing.${first}`) }) : t('close.ready')}</b>
                <span>{t('close.readyNext')}</span>
              </div>
            )
          }
        >
          <KeyButton size="tall" hint="Esc" onClick={onLeave}>
            {t('close.back2')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<ClipboardCheck />}
            aria-disabled={first !== undefined || pending}
            onClick={press}
          >
            {t('close.action')}
          </KeyButton>
        </ActionBar>
      }
    >
      {kept && (
        <KeptTyped
          words={t('close.kept', { when: format.when(kept.savedAt) })}
          onDrop={() => {
            forget()
            onAfresh()
          }}
        />
      )}
      <div className={css.counts}>
        <Figures
          title={t('close.people')}
          rows={[
            [t('site.tallyOf.served'), served],
            [t('site.tallyOf.gone'), gone],
            [t('site.tallyOf.postponed'), postponed],
            [t('site.tallyOf.here'), here],
          ]}
          sum={[t('closed.total'), opened]}
        />
        <Figures
          title={t('close.cards')}
          rows={[
            [t('close.handedOver'), handedOver],
            [t('close.back'), back],
            [t('close.lost'), lost],
            [t('close.withTeam'), withTeam],
          ]}
          sum={[t('close.out'), out]}
        />
      </div>
      <section className={css.part}>
        <h2>{t('close.sign')}</h2>
        <Fields>
          <TextField id="close-in-hand" label={t('close.inHand')} digits max={5} value={inHand} onChange={setInHand} />
          {differs && (
            <TextField
              id="close-explanation"
              label={`${t('close.explain')} (${t('close.differs', { difference: Number(inHand) - withTeam })})`}
              max={500}
              value={explanation}
              onChange={setExplanation}
            />
          )}
          <TextField id="close-witness" label={t('close.witness')} max={120} value={witness} onChange={setWitness} />
          <TextField
            id="close-position"
            label={t('close.position')}
            max={120}
            value={position}
            onChange={setPosition}
          />
        </Fields>
        <div className={css.pads}>
          <SignatureBlock
            id="close-leader"
            title={t('close.leader')}
            signer={staff.name}
            signed={signature !== null}
            onChange={setSignature}
            keys={{ onPaper: ['Alt+KeyT', 'Alt+T'], again: ['Alt+KeyU', 'Alt+U'] }}
          />
          <SignatureBlock
            id="close-witness-sign"
            title={t('close.witnessSign')}
            signer={witness}
            signed={witnessSignature !== null}
            onChange={setWitnessSignature}
            keys={{ onPaper: ['Alt+KeyY', 'Alt+Y'], again: ['Alt+KeyI', 'Alt+I'] }}
          />
        </div>
      </section>
    </Page>
  )
}
