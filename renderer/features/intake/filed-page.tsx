import { CircleCheck, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import type { Filed } from './filed.ts'
import css from './filed-page.module.css'
import { FiledRow } from './filed-row.tsx'
import { usePrintAll } from './use-print-all.ts'
import { useSlips } from './use-slips.ts'

interface FiledPageProps {
  readonly filed: Filed
  /** The application that was sent again, under the number it has; null: these are new. */
  readonly repaired: string | null
}

/** It is filed: the number of each e-Kitir, large, its slip, and on to the next citizen. */
export function FiledPage({ filed: { filed, visit }, repaired }: FiledPageProps) {
  const { t } = useTranslation('intake')
  const { go } = useNavigation()
  const next = () => go(visit ? { name: 'trips', ...visit } : { name: 'intake' })
  const id = repaired ?? filed[0]?.applicationId
  const see = () => go({ name: 'applications', ...(id && { id }) })
  useShortcuts({ 'Control+Enter': next, 'Alt+KeyL': see })
  return (
    <Page
      title={t(repaired ? 'filed.again' : 'filed.title')}
      bar={
        <ActionBar reason={t('filed.kept')}>
          <KeyButton size="big" hint="Alt+L" onClick={see}>
            {t('filed.see')}
          </KeyButton>
          <KeyButton look="primary" size="big" hint="Ctrl+Enter" autoFocus onClick={next}>
            {t(visit ? 'filed.backToQueue' : 'filed.next')}
          </KeyButton>
        </ActionBar>
      }
    >
      <section className={`${panel.panel} ${css.filed}`} aria-label={t('filed.list')}>
        {repaired ? <SentAgain applicationId={repaired} /> : <Slips filed={filed} />}
      </section>
    </Page>
  )
}

/** Its PIN waits, and no paper with it is on its way. */
const mayBePrinted = ({ pin, printer, jobs }: OutputOf<'ekitir.slip'>) =>
  printer &&
  pin === 'waits' &&
  !jobs.some(({ kind, state }) => kind === 'kitir-citizen' && (state === 'waiting' || state === 'printing'))

/** Ctrl+P shows the next one that nobody has on paper yet. */
function Slips({ filed }: Pick<Filed, 'filed'>) {
  const { t } = useTranslation('intake')
  const { showEkitir } = useNavigation()
  const slips = useSlips(filed)
  const all = usePrintAll()
  const waiting = slips.flatMap((slip) => (slip && slip.pin !== 'gone' ? [slip] : []))
  const next = waiting[0]?.kitirId ?? filed[0]?.kitirId
  const toPrint = waiting.filter(mayBePrinted).map(({ kitirId }) => kitirId)
  const allPrinted = slips.every((slip) => slip?.pin === 'gone')
  const several = toPrint.length > 1
  useShortcuts({
    ...(next && { 'Control+p': () => showEkitir({ kind: 'slip', kitirId: next }) }),
    ...(several && { 'Alt+KeyC': () => all(toPrint) }),
  })
  return (
    <>
      <ul>
        {filed.map((one, at) => (
          <FiledRow key={one.applicationId} filed={one} shown={slips[at]} next={next === one.kitirId} />
        ))}
      </ul>
      <div className={css.foot}>
        <p>{t(allPrinted ? 'filed.printed' : 'filed.text')}</p>
        {several && (
          <KeyButton icon={<Printer aria-hidden="true" />} hint="Alt+C" onClick={() => all(toPrint)}>
            {t('filed.printAll', { count: toPrint.length })}
          </KeyButton>
        )}
      </div>
    </>
  )
}

function SentAgain({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('intake')
  const line = useEngineQuery('application.get', { applicationId }).data?.line
  return (
    <>
      <ul>
        {line && (
          <li>
            <CircleCheck aria-hidden="true" />
            <div>
              <p className={css.what}>
                {line.serviceName} · <b>{line.subjectName}</b>
              </p>
              <p className={`${css.number} num`}>{line.kitirNumber}</p>
            </div>
          </li>
        )}
      </ul>
      <div className={css.foot}>
        <p>{t('filed.againText')}</p>
      </div>
    </>
  )
}
