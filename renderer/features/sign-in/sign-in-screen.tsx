import { TextInput } from '@mantine/core'
import { CloudOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultOf, useEngine, useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { MoveLine } from '../../app/frame/move-line.tsx'
import { useScanWaits } from '../../app/scan-waits.ts'
import { useSession } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Brand } from '../../ui/brand.tsx'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { PasswordForm } from '../../ui/password-form.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { ByFile } from './by-file.tsx'
import { CodeEntry } from './code-entry.tsx'
import { HelpButton } from './help-dialog.tsx'
import { isTooOld, type StaffLine } from './means-props.ts'
import css from './sign-in-screen.module.css'
import { StaffList } from './staff-list.tsx'

/** Masuk: who, and the password. Works without a network for those who signed in here before. */
export function SignInScreen() {
  const { t } = useTranslation('signIn')
  const status = useEngineQuery('app.status', {})
  const staff = useEngineQuery('session.staff', {})
  const slow = useSlow(staff.isPending)
  const [chosen, setChosen] = useState<string | null>(null)
  const [typing, setTyping] = useState(false)
  useShortcuts({ 'Control+n': () => setTyping((now) => !now) })
  const people = staff.data ?? []
  const asksName = typing || staff.data?.length === 0
  const person = asksName ? null : (people.find(({ staffId }) => staffId === chosen) ?? people[0] ?? null)
  const device = status.data?.device
  return (
    <main className={css.screen}>
      <section className={css.left}>
        <Brand />
        <MoveLine />
        <div>
          <p className={css.unit}>{device?.unitName}</p>
          {device && <p className={css.place}>{t('place', { kecamatan: device.kecamatan, city: device.city })}</p>}
        </div>
        <div>
          <div className={css.listHead}>
            <h2 id="who">{t('whoWorks')}</h2>
            <span className={css.caption}>
              <Keys>↑↓</Keys> {t('choose')}
            </span>
          </div>
          {staff.data ? (
            <StaffList
              people={people}
              chosen={person?.staffId ?? null}
              onChoose={(id) => {
                setTyping(false)
                setChosen(id)
              }}
            />
          ) : (
            <SkeletonRows rows={4} shown={slow} />
          )}
          <KeyButton look="ghost" hint="Ctrl+N" className={css.other} onClick={() => setTyping(!typing)}>
            {typing ? t('fromList') : t('otherName')}
          </KeyButton>
        </div>
        {status.data && (
          <p className={css.office}>{t('office', { city: device?.city ?? '', version: status.data.appVersion })}</p>
        )}
      </section>
      <section className={css.right}>
        {/* Who stands first in the list takes over the form that waited for the list, and what was typed into it. */}
        <Entry
          key={asksName ? 'typed' : (chosen ?? 'first')}
          person={person}
          asksName={asksName}
          offline={status.data !== undefined && status.data.connection.state !== 'online'}
        />
      </section>
    </main>
  )
}

interface EntryProps {
  /** null: not in the list, or the list is not known yet. */
  readonly person: StaffLine | null
  readonly asksName: boolean
  readonly offline: boolean
}

function Entry({ person, asksName, offline }: EntryProps) {
  const { t } = useTranslation('signIn')
  const { begin } = useSession()
  const engine = useEngine()
  const [username, setUsername] = useState('')
  const greeting = useGreeting(person)
  const scanWaits = useScanWaits()
  const [given, setGiven] = useState<string | null>(null)
  const name = person?.username ?? username
  const enter = async (password: string) => {
    // Entered before the list was there: it is for who will stand first in it.
    const first = person || asksName ? null : (await engine.call('session.staff', {}))[0]
    if (first === undefined) return
    try {
      begin(await engine.call('session.sign-in', { username: first?.username ?? name, password }))
    } catch (error) {
      if (faultOf(error).code !== 'second-factor-required') throw error
      setGiven(password)
    }
  }
  if (given !== null) return <CodeEntry username={name} password={given} onBack={() => setGiven(null)} />
  return (
    <div className={css.entry}>
      {!asksName && <Avatar name={person?.name ?? ''} large />}
      <h1>{greeting}</h1>
      <p className={css.lead}>{asksName ? t('leadUnknown') : t('lead')}</p>
      <PasswordForm
        action={t('enter')}
        onPassword={enter}
        hint={scanWaits ?? undefined}
        autoFocus={!asksName}
        before={
          asksName && (
            <TextInput
              label={t('username')}
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
              required
              withAsterisk={false}
              autoFocus
              mb={16}
            />
          )
        }
      />
      {offline &&
        (person || asksName) &&
        (isTooOld(person) ? <ByFile person={person} /> : <OfflineNote person={person} />)}
      {person && <HelpButton key={person.staffId} person={person} offline={offline} />}
      <p className={css.privacy}>{t('privacy')}</p>
    </div>
  )
}

function OfflineNote({ person }: { readonly person: StaffLine | null }) {
  const { t } = useTranslation('signIn')
  const days = person?.offlineDaysLeft ?? null
  return (
    <div className={css.note}>
      <CloudOff aria-hidden="true" />
      <div>
        <b>{days === null ? t('needsOnline') : t('offline.title')}</b>
        <span>{days === null ? t('offline.never') : t('offline.days', { count: days })}</span>
      </div>
    </div>
  )
}

function useGreeting(person: StaffLine | null): string {
  const { t } = useTranslation('signIn')
  const status = useEngineQuery('app.status', {})
  const [hour, setHour] = useState(12)
  const zone = status.data?.device?.zone ?? 'Asia/Jakarta'
  useEffect(() => {
    const clock = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: zone })
    setHour(Number(clock.format(new Date())))
  }, [zone])
  if (!person) return t('greetingUnknown')
  const part = hour < 4 ? 'evening' : hour < 11 ? 'morning' : hour < 15 ? 'noon' : hour < 18 ? 'afternoon' : 'evening'
  return t(`greeting.${part}`, { name: person.name.split(/\s+/)[0] ?? person.name })
}
