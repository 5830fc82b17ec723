import { NumberInput, Switch, Textarea } from '@mantine/core'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LanSettings, Settings } from '#shared/contract/engine/device.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Section } from './section.tsx'
import css from './settings-screen.module.css'

/** The other desks of the office on its own network: on or off, where this one is called, and where the others are. */
export function LanSettingsForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const [draft, setDraft] = useState<LanSettings>(settings.lan)
  const [addresses, setAddresses] = useState(settings.lan.addresses.join('\n'))
  const change = (part: Partial<LanSettings>) => setDraft((before) => ({ ...before, ...part }))
  return (
    <Section id="lan" title={t('lan.title')}>
      <Switch
        label={t('lan.on')}
        description={t('lan.onHint')}
        checked={draft.on}
        onChange={(event) => change({ on: event.currentTarget.checked })}
      />
      <Switch
        label={t('lan.find')}
        description={t('lan.findHint')}
        checked={draft.on && draft.find}
        disabled={!draft.on}
        onChange={(event) => change({ find: event.currentTarget.checked })}
      />
      <NumberInput
        label={t('lan.port')}
        description={t('lan.portHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.port}
        onChange={(value) => change({ port: Number(value) })}
        min={1}
        max={65535}
        hideControls
        disabled={!draft.on}
      />
      <Textarea
        label={t('lan.addresses')}
        description={t('lan.addressesHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={addresses}
        onChange={(event) => setAddresses(event.currentTarget.value)}
        rows={3}
        spellCheck={false}
        disabled={!draft.on}
      />
      <Save lan={{ ...draft, addresses: addresses.split(/\s+/).filter((text) => text !== '') }} />
    </Section>
  )
}

function Save({ lan }: { readonly lan: LanSettings }) {
  const { t } = useTranslation('settings')
  const engine = useEngine()
  const [fault, setFault] = useState<Fault | null>(null)
  const save = async () => {
    setFault(null)
    try {
      await engine.call('settings.save', { lan })
      showToast({ title: t('saved'), icon: <CircleCheck size={20} aria-hidden="true" /> })
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  return (
    <>
      <div className={css.acts}>
        <KeyButton look="primary" onClick={() => void save()}>
          {t('lan.save')}
        </KeyButton>
      </div>
      {fault && <FaultLine fault={fault} kept={false} />}
    </>
  )
}
