import { useTranslation } from 'react-i18next'
import { roles as allRoles } from '#shared/domain/staff/permissions.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import { usernameFault } from '#shared/domain/staff/username.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { Fields, SelectField, TextField } from '../../ui/text-field.tsx'
import css from './city.module.css'
import own from './first-password.module.css'
import { useCity } from './use-city.ts'

export interface PersonTyped {
  readonly name: string
  readonly username: string
  readonly code: string
  readonly scope: string
  readonly roles: readonly Role[]
  /** Of the administrator. */
  readonly password: string
}

interface PersonFieldsProps {
  readonly typed: PersonTyped
  /** The user name of somebody who is known stays. */
  readonly known: boolean
  readonly onChange: (typed: PersonTyped) => void
}

export function PersonFields({ typed, known, onChange }: PersonFieldsProps) {
  const { t } = useTranslation(['account', 'city', 'common'])
  const change = (more: Partial<PersonTyped>) => onChange({ ...typed, ...more })
  const unfit = known || typed.username === '' ? null : usernameFault(typed.username)
  const tick = (role: Role, on: boolean) =>
    change({ roles: allRoles.filter((one) => (one === role ? on : typed.roles.includes(one))) })
  return (
    <>
      <Fields>
        <TextField
          id="person-name"
          label={t('account:people.name')}
          value={typed.name}
          max={120}
          autoFocus
          onChange={(name) => change({ name })}
        />
        <UnitField value={typed.scope} onChange={(scope) => change({ scope })} />
        {!known && (
          <TextField
            id="person-username"
            label={t('account:people.username')}
            value={typed.username}
            max={32}
            {...(unfit ? { problem: t(`city:why.${unfit}`) } : {})}
            onChange={(username) => change({ username: username.toLowerCase() })}
          />
        )}
        <TextField
          id="person-code"
          label={t('account:people.code')}
          value={typed.code}
          max={16}
          onChange={(code) => change({ code })}
        />
      </Fields>
      <fieldset className={own.roles}>
        <legend>{t('account:people.rolesOf')}</legend>
        {allRoles.map((role) => (
          <label key={role} className={css.choice}>
            <input
              type="checkbox"
              checked={typed.roles.includes(role)}
              onChange={(event) => tick(role, event.target.checked)}
            />
            {t(`common:role.${role}`)}
          </label>
        ))}
      </fieldset>
      <TextField
        id="person-own-password"
        type="password"
        label={t('account:people.ownPassword')}
        value={typed.password}
        max={256}
        onChange={(password) => change({ password })}
      />
    </>
  )
}

/** Every kelurahan, and the Dinas itself. */
function UnitField({ value, onChange }: { readonly value: string; readonly onChange: (scope: string) => void }) {
  const { t } = useTranslation('account')
  const device = useEngineQuery('app.status', {}).data?.device
  const units = useCity('city.units', {}).data?.units ?? []
  const dinas = device ? [{ value: device.scope, label: device.unitName }] : []
  return (
    <SelectField
      id="person-unit"
      label={t('people.unit')}
      value={value}
      choose={t('people.chooseUnit')}
      options={[
        ...dinas,
        ...units
          .map(({ scope, name, kecamatan }) => ({ value: scope, label: `${name} (${kecamatan})` }))
          .sort((a, b) => a.label.localeCompare(b.label)),
      ]}
      onChange={onChange}
    />
  )
}
