import { Camera, CameraOff } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../key-button.tsx'
import type { CameraFacts, CameraState } from './camera.ts'
import { type CameraFault, cameraFaultCodes } from './camera-fault.ts'
import css from './viewfinder.module.css'

export type Brackets = 'waiting' | 'read' | 'refused'

interface ViewfinderProps {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: CameraState
  readonly mirrored: boolean
  readonly brackets: Brackets
  readonly onAgain: () => void
  readonly onType: () => void
  readonly children?: ReactNode
}

/** The camera's picture with the guide: white brackets wait, green ones have read, red ones were refused. */
export function Viewfinder({ video, state, mirrored, brackets, onAgain, onType, children }: ViewfinderProps) {
  const { t } = useTranslation('scan')
  const sizeOf = ({ width, height, fps }: CameraFacts) => t('fps', { width, height, fps })
  const live = state.kind === 'live'
  return (
    <section className={css.finder} aria-label={t('viewfinder')}>
      <video ref={video} muted playsInline data-mirrored={mirrored} hidden={!live} />
      {state.kind === 'starting' && <p className={css.quietly}>{t('starting')}</p>}
      {state.kind === 'off' && <Off onAgain={onAgain} />}
      {state.kind === 'fault' && <Fault fault={state.fault} onAgain={onAgain} onType={onType} />}
      {live && (
        <>
          <div className={css.brackets} data-state={brackets} aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </div>
          <div className={css.live}>
            <i aria-hidden="true" />
            {state.facts.label || t('unnamedCamera')}
            <span className={css.size}>· {sizeOf(state.facts)}</span>
          </div>
        </>
      )}
      {children}
    </section>
  )
}

function Off({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('scan')
  return (
    <div className={css.fault}>
      <CameraOff aria-hidden="true" />
      <b>{t('paused')}</b>
      <p>{t('pausedNext')}</p>
      <div>
        <KeyButton look="dark" hint="Alt+K" onClick={onAgain}>
          {t('openCamera')}
        </KeyButton>
      </div>
    </div>
  )
}

interface FaultProps {
  readonly fault: CameraFault
  readonly onAgain: () => void
  readonly onType: () => void
}

function Fault({ fault, onAgain, onType }: FaultProps) {
  const { t } = useTranslation('scan')
  return (
    <div className={css.fault} role="alert">
      <Camera aria-hidden="true" />
      <b>{t(`cameraFault.${fault}.title`)}</b>
      <p>{t(`cameraFault.${fault}.next`)}</p>
      <div>
        <KeyButton look="dark" hint="Alt+K" onClick={onAgain}>
          {fault === 'absent' ? t('findAgain') : t('retry')}
        </KeyButton>
        <KeyButton look="dark" onClick={onType}>
          {t('typeNumber')}
        </KeyButton>
      </div>
      <small>{cameraFaultCodes[fault]}</small>
    </div>
  )
}
