import { useEffect, useState } from 'react'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { PlanDraft, TripDetail } from '#shared/contract/engine/trips.ts'
import type { ReadTarget } from '#shared/domain/trip/read-targets.ts'

export type Asked = Omit<InputOf<'trip.plan'>, 'tripId'>
export type PlacePlanned = Asked['places'][number]
/** `masked`: what is shown of a NIK that was planned before. */
export type TargetPlanned = Asked['targets'][number] & { readonly masked: string | null }
export type Plan = ReturnType<typeof usePlan>
type Scopes = readonly { readonly scope: string; readonly name: string }[]

const emptyPlace = (scopes: Scopes): PlacePlanned => ({
  id: crypto.randomUUID(),
  ...{ name: '', address: '', from: '08:00', to: '12:00' },
  scope: scopes.length === 1 ? (scopes[0]?.scope ?? '') : '',
})

const mask = (nik: string | null) => (nik ? `${nik.slice(0, 4)}********${nik.slice(-4)}` : null)

/** A plan as it is typed: from nothing, from what was planned before, or as it was kept when it was left. */
export function usePlan(trip: TripDetail | null, scopes: Scopes, kept: PlanDraft | null) {
  const from = kept ?? (trip && plannedAs(trip))
  const [day, setDay] = useState(from?.day ?? '')
  const [members, setMembers] = useState(from?.members ?? '')
  const [vehicle, setVehicle] = useState(from?.vehicle ?? '')
  const [places, setPlaces] = useState<readonly PlacePlanned[]>(from?.places ?? [emptyPlace(scopes)])
  const [targets, setTargets] = useState<readonly TargetPlanned[]>(() => withMasks(from?.targets ?? [], trip))
  const only = scopes.length === 1 ? scopes[0]?.scope : undefined
  // The units come a moment after the form.
  useEffect(() => {
    if (only) setPlaces((before) => before.map((place) => (place.scope === '' ? { ...place, scope: only } : place)))
  }, [only])
  const names = members.split(',').map((name) => name.trim())
  const asked: Asked = {
    ...{ day, vehicle },
    members: names.filter((name) => name.length >= 2).map((name) => ({ name, staffId: null })),
    places: places.map((place) => ({ ...place, name: place.name.trim() })),
    targets: targets.map(({ masked: _, ...target }) => target),
  }
  const typed: PlanDraft = { ...{ day, members, vehicle }, places: [...places], targets: asked.targets }
  return {
    ...{ day, setDay, members, setMembers, vehicle, setVehicle, places, targets, asked, typed },
    missing: missingIn(asked),
    addPlace: () => setPlaces((before) => [...before, emptyPlace(scopes)]),
    changePlace: (id: string, change: Partial<PlacePlanned>) =>
      setPlaces((before) => before.map((place) => (place.id === id ? { ...place, ...change } : place))),
    removePlace: (id: string) => {
      setPlaces((before) => before.filter((place) => place.id !== id))
      setTargets((before) => before.map((one) => (one.placeId === id ? { ...one, placeId: null } : one)))
    },
    addTargets: (more: readonly (ReadTarget & { readonly placeId?: string | null })[]) =>
      setTargets((before) => [...before, ...more.map(newTarget)]),
    removeTarget: (id: string) => setTargets((before) => before.filter((target) => target.id !== id)),
  }
}

const plannedAs = ({ line, members, vehicle, places, targets }: TripDetail): PlanDraft => ({
  ...{ day: line.day, vehicle, places },
  members: members.map(({ name }) => name).join(', '),
  targets: targets.map(({ numbers: _, nikMasked, ...target }) => ({
    ...target,
    nik: nikMasked === null ? null : 'kept',
  })),
})

function withMasks(targets: PlanDraft['targets'], trip: TripDetail | null): readonly TargetPlanned[] {
  const before = new Map((trip?.targets ?? []).map(({ id, nikMasked }) => [id, nikMasked]))
  return targets.map((target) => ({
    ...target,
    masked: target.nik === 'kept' ? (before.get(target.id) ?? null) : mask(target.nik),
  }))
}

const newTarget = ({ wants, ...target }: ReadTarget & { readonly placeId?: string | null }): TargetPlanned => ({
  placeId: null,
  ...target,
  id: crypto.randomUUID(),
  wants: [...wants],
  masked: mask(target.nik),
})

type Missing = 'day' | 'members' | 'place' | 'scope' | 'times'

function missingIn({ day, members, places }: Asked): readonly Missing[] {
  const checks: ReadonlyArray<readonly [Missing, boolean]> = [
    ['day', day === ''],
    ['members', members.length === 0],
    ['place', places.length === 0 || places.some(({ name }) => name === '')],
    ['scope', places.some(({ scope }) => scope === '')],
    ['times', places.some(({ from, to }) => from === '' || to === '' || from >= to)],
  ]
  return checks.filter(([, open]) => open).map(([what]) => what)
}
