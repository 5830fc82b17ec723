import { Camera as CameraIcon } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CameraState } from '../camera/camera.ts'
import { cameraFaultCodes } from '../camera/camera-fault.ts'
import finder from '../camera/viewfinder.module.css'
import { KeyButton } from '../key-button.tsx'
import css from './document.module.css'
import type { Quad } from './quad.ts'

interface PageCameraProps {
  readonly video: RefObject<HTMLVideoElement | null>
  readonly state: CameraState
  /** Where the page is seen, in the video's pixels. */
  readonly corners: Quad | null
  readonly busy: boolean
  /** Pages that are safe whatever becomes of the camera. */
  readonly kept: number
  /** Number of the page that is taken again. */
  readonly replacing: number | null
  readonly onShutter: () => void
  readonly onAgain: () => void
  readonly onFile: () => void
}

/** The camera over the table with the page's border drawn as it is found, and the shutter. */
export function PageCamera(props: PageCameraProps) {
  const { t } = useTranslation('document')
  const { video, state, corners, busy, replacing, onShutter } = props
  const live = state.kind === 'live'
  return (
    <div className={css.camera}>
      <section className={`${finder.finder} ${css.finder}`} aria-label={t('camera')}>
        <video ref={video} muted playsInline hidden={!live} />
        {live && <Border state={state} corners={corners} />}
        {state.kind === 'starting' && <p className={finder.quietly}>{t('starting')}</p>}
        {state.kind === 'fault' && <Fault {...props} />}
      </section>
      {live && (
        <div className={css.shutterRow}>
          <p role="status" className={css.said} data-found={corners !== null}>
            {corners ? t('borderSeen') : t('borderUnseen')}
          </p>
          <KeyButton
            look="primary"
            size="tall"
            hint="Enter"
            icon={<CameraIcon />}
            data-autofocus
            data-shutter
            aria-disabled={busy}
            onClick={() => !busy && onShutter()}
          >
            {replacing === null ? t('shoot') : t('shootAgain', { number: replacing })}
          </KeyButton>
        </div>
      )}
    </div>
  )
}

interface BorderProps {
  readonly state: Extract<CameraState, { kind: 'live' }>
  readonly corners: Quad | null
}

function Border({ state: { facts }, corners }: BorderProps) {
  const { t } = useTranslation(['document', 'scan'])
  return (
    <>
      <svg
        className={css.border}
        viewBox={`0 0 ${facts.width} ${facts.height}`}
        preserveAspectRatio="xMidYMid meet"
        aria-hidden="true"
      >
        {corners && <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />}
      </svg>
      <div className={finder.live}>
        <i aria-hidden="true" />
        {facts.label || t('scan:unnamedCamera')}
        <span className={finder.size}>
          · {t('scan:fps', { width: facts.width, height: facts.height, fps: facts.fps })}
        </span>
      </div>
    </>
  )
}

function Fault({ state, kept, onAgain, onFile }: PageCameraProps) {
  const { t } = useTranslation(['document', 'scan'])
  if (state.kind !== 'fault') return null
  const { fault } = state
  return (
    <div className={finder.fault} role="alert">
      <CameraIcon aria-hidden="true" />
      <b>{t(`scan:cameraFault.${fault}.title`)}</b>
      <p>
        {kept > 0 && t('pagesKept', { count: kept })} {t(`cameraNext.${fault}`)}
      </p>
      <div>
        <KeyButton look="dark" hint="Alt+K" onClick={onAgain}>
          {fault === 'absent' ? t('scan:findAgain') : t('scan:retry')}
        </KeyButton>
        <KeyButton look="dark" hint="Alt+G" data-shutter onClick={onFile}>
          {t('fromFile')}
        </KeyButton>
      </div>
      <small>{cameraFaultCodes[fault]}</small>
    </div>
  )
}
