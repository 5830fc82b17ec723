import { Camera, FilePlus2, FolderClock, Save } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentLine } from '#shared/contract/engine/document.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { type CameraState, useCamera } from '../camera/camera.ts'
import { KeyButton, once } from '../key-button.tsx'
import { FaultLine } from '../states.tsx'
import { ArchiveChoice } from './archive-choice.tsx'
import css from './document.module.css'
import type { DocumentAsked } from './document-asked.ts'
import { base64Of, useDroppedFiles } from './file-input.ts'
import { PageCamera } from './page-camera.tsx'
import { PageEditor } from './page-editor.tsx'
import { PageList } from './page-list.tsx'
import { sizeWords } from './size-words.ts'
import { type PageTrouble, useDocumentPages } from './use-document-pages.ts'
import { useLiveCorners } from './use-live-corners.ts'

interface DocumentWorkProps {
  readonly asked: DocumentAsked
  readonly onClose: () => void
  readonly onKept: (document: DocumentLine) => void
  readonly onHolds: (holds: Holds) => void
}

/** Pages that are nowhere else, so closing asks first; and whether a dialog lies above this one. */
export interface Holds {
  readonly pages: number
  readonly inner: boolean
}

/** What a document camera can give; others give the nearest they have. */
const sharp = { width: 3840, height: 2160 }

/** Pages are taken, put right, ordered, and bound to one PDF. */
export function DocumentWork({ asked, onClose, onKept, onHolds }: DocumentWorkProps) {
  const { t } = useTranslation('document')
  const work = useDocumentPages()
  const { pages, act } = work
  const saving = useAct('document.add', onKept)
  const file = useRef<HTMLInputElement>(null)
  const chooseFile = () => file.current?.click()
  const chosen = pages.list.find(({ id }) => id === pages.chosen)
  const [archive, setArchive] = useState(false)
  const count = pages.list.length
  const slow = useSlow(work.busy)
  useEffect(() => {
    onHolds({ pages: count, inner: archive })
    return () => onHolds({ pages: 0, inner: false })
  }, [count, archive, onHolds])
  const toCamera = () => act({ do: 'choose', id: null })
  const save = async () => {
    if (pages.list.length === 0 || work.busy) return
    const { draftId, requirementId } = asked
    const jpegs = await Promise.all(pages.list.map(({ made }) => base64Of(made.jpeg)))
    await saving.act({ draftId, requirementId, pages: jpegs })
  }
  useDroppedFiles((files) => void work.addFiles(files))
  useShortcuts({
    'Alt+KeyG': chooseFile,
    'Alt+KeyA': () => setArchive(true),
    'Control+Enter': () => void save(),
    ...(chosen ? { 'Alt+KeyK': toCamera } : {}),
  })
  return (
    <div className={css.columns}>
      <div className={css.main}>
        {chosen ? (
          <PageEditor
            key={chosen.id}
            page={chosen}
            number={pages.list.indexOf(chosen) + 1}
            busy={work.busy}
            onWish={(wish) => void work.change(chosen.id, chosen.original, wish)}
            onRetake={() => act({ do: 'retake', id: chosen.id })}
          />
        ) : (
          <Taking work={work} onFile={chooseFile} />
        )}
      </div>
      <div className={css.side}>
        <PageList
          pages={pages}
          onChoose={(id) => act({ do: 'choose', id })}
          onMove={(id, by) => act({ do: 'move', id, by })}
          onRemove={(id) => act({ do: 'remove', id })}
        />
        <Limits draftId={asked.draftId} count={count} />
        {slow && (
          <p role="status" className={css.limits}>
            {t('working')}
          </p>
        )}
        {work.trouble && <Trouble trouble={work.trouble} />}
        {saving.fault && <FaultLine fault={saving.fault} />}
        <Acts>
          {chosen && (
            <KeyButton hint="Alt+K" icon={<Camera />} onClick={toCamera}>
              {t('nextPage')}
            </KeyButton>
          )}
          <KeyButton hint="Alt+G" icon={<FilePlus2 />} onClick={chooseFile}>
            {t('fromFile')}
          </KeyButton>
          <KeyButton hint="Alt+A" icon={<FolderClock />} onClick={() => setArchive(true)}>
            {t('fromArchive')}
          </KeyButton>
          <KeyButton
            look="primary"
            hint="Ctrl+Enter"
            icon={<Save />}
            aria-disabled={pages.list.length === 0 || work.busy || saving.pending}
            onClick={once(() => void save())}
          >
            {saving.pending ? t('saving') : t('save', { count: pages.list.length })}
          </KeyButton>
          <KeyButton hint="Esc" onClick={onClose}>
            {t('cancel')}
          </KeyButton>
        </Acts>
        <ArchiveChoice opened={archive} asked={asked} onClose={() => setArchive(false)} onKept={onKept} />
        <FileInput input={file} onFiles={(files) => void work.addFiles(files)} />
      </div>
    </div>
  )
}

const Acts = ({ children }: { readonly children: ReactNode }) => <div className={css.acts}>{children}</div>

interface TakingProps {
  readonly work: ReturnType<typeof useDocumentPages>
  readonly onFile: () => void
}

/** The camera is on only while no page is looked at. */
function Taking({ work, onFile }: TakingProps) {
  const settings = useEngineQuery('settings.get', {}).data
  const video = useRef<HTMLVideoElement>(null)
  const camera = useCamera(settings?.cameraId ?? null, settings !== undefined, sharp)
  const stream = camera.state.kind === 'live' ? camera.state.stream : null
  const corners = useLiveCorners(video, work.thread, stream)
  useShortcuts({ 'Alt+KeyK': camera.again })
  useFocusOnWay(camera.state.kind)
  const { list, replacing } = work.pages
  return (
    <PageCamera
      {...{ video, corners, state: camera.state, busy: work.busy, kept: list.length, onFile }}
      replacing={replacing === null ? null : list.findIndex(({ id }) => id === replacing) + 1}
      onShutter={() => video.current && void work.shoot(video.current)}
      onAgain={camera.again}
    />
  )
}

/** Space and Enter are the shutter as soon as there is a picture; without one they open a file. A dialog or lock above keeps the focus: its Enter is not for the shutter. */
function useFocusOnWay(state: CameraState['kind']) {
  useEffect(() => {
    if (state !== 'live' && state !== 'fault') return
    const shutter = document.querySelector<HTMLElement>('[data-shutter]')
    const { activeElement: held, body } = document
    if (held === body || shutter?.closest('[role="dialog"]')?.contains(held)) shutter?.focus()
  }, [state])
}

function Limits({ draftId, count }: { readonly draftId: string; readonly count: number }) {
  const { t, i18n } = useTranslation('document')
  const { data } = useEngineQuery('document.list', { draftId })
  if (!data) return null
  return (
    <p className={css.limits}>
      {t('limits', { count, most: data.mostPages, size: sizeWords(data.mostBytes, i18n.language) })}
    </p>
  )
}

function Trouble({ trouble }: { readonly trouble: PageTrouble }) {
  const { t } = useTranslation('document')
  if (trouble.kind === 'fault') return <FaultLine fault={trouble.fault} kept={false} />
  return (
    <p className={css.trouble} role="alert">
      <b>{t(`trouble.${trouble.kind}.title`)}</b> {t(`trouble.${trouble.kind}.next`)}
    </p>
  )
}

interface FileInputProps {
  readonly input: RefObject<HTMLInputElement | null>
  readonly onFiles: (files: readonly File[]) => void
}

function FileInput({ input, onFiles }: FileInputProps) {
  const { t } = useTranslation('document')
  return (
    <input
      ref={input}
      type="file"
      multiple
      accept="application/pdf,image/jpeg,image/png"
      hidden
      aria-label={t('chooseFile')}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        event.target.value = ''
        if (files.length > 0) onFiles(files)
      }}
    />
  )
}
