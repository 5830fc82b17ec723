import type { FiledContent, FiledRequirement } from '#shared/domain/filing/filing.ts'
import type { Household, HouseholdMember } from '#shared/domain/household/household.ts'
import { day, hour, instant, officeHour } from './calendar.ts'

/** What a family files, and how far the office has come with it. */
export interface FiledPlan {
  /** Of the e-Kitir, to try it with. */
  readonly note: string
  readonly service: string
  readonly serviceName: string
  /** When it was filed; milliseconds. */
  readonly at: number
  /** How many steps KNG made since, and how long each took. */
  readonly steps: number
  readonly every: number
  /** There will be a card. */
  readonly collected: boolean
  content(family: Household): FiledContent & { readonly applicant: Named; readonly subject: Named }
}

type Named = Pick<HouseholdMember, 'name' | 'nik'>
type Papers = Readonly<Record<string, FiledRequirement['how']>>

const minute = hour / 60

const headOf = ({ members: [head] }: Household): HouseholdMember => {
  if (!head) throw new Error('a family of nobody')
  return head
}

const papers = (shown: Papers): FiledContent['requirements'] =>
  Object.fromEntries(Object.entries(shown).map(([id, how]) => [id, { how, documents: [] }]))

/** Letter of the police about a loss, so many days old. */
const report = (at: number, days: number) => ({
  'lossReport.number': `STPLK/${1000 + (Math.floor(at / day) % 900)}/XI/Polsek`,
  'lossReport.date': instant(at - days * day).slice(0, 10),
  'lossReport.station': 'Polsek Gubeng',
})

/** Somebody asks for another KTP-el. */
function reprint(at: number, reason: 'lost' | 'damaged', letterDays = 1) {
  return {
    ...{ service: 'KTP-ULANG', serviceName: 'Cetak ulang KTP-el', at, collected: true },
    content: (family: Household) => {
      const { name, nik, birthDate, sex } = headOf(family)
      const owner = { name, nik, kk: family.id, birthDate, sex }
      const lost = reason === 'lost'
      return {
        ...{ applicant: owner, subject: owner, people: { owner } },
        answers: { applicantAs: 'self', reason, ...(lost && report(at, letterDays)) },
        requirements: papers({ kk: 'copy', ...(lost ? { 'police-letter': 'original' } : { 'old-ktp': 'original' }) }),
      }
    },
  }
}

/** The family card was damaged: another one as PDF. */
function familyCard(at: number) {
  return {
    ...{ service: 'KK-RUSAK', serviceName: 'Cetak ulang KK karena rusak', at, collected: false },
    content: (family: Household) => {
      const { name, nik } = headOf(family)
      const head = { name, nik, kk: family.id }
      const requirements = papers({ f102: 'original', 'old-kk': 'original' })
      return { applicant: head, subject: head, people: { head }, answers: { applicantAs: 'head' }, requirements }
    },
  }
}

/** A parent asks for the card of a child. */
function childCard(at: number) {
  return {
    ...{ service: 'KIA', serviceName: 'Kartu identitas anak (KIA)', at, collected: true },
    content: (family: Household) => {
      const { name, nik } = headOf(family)
      const member = family.members.find(({ relation }) => relation === 'child') ?? headOf(family)
      const child = {
        ...{ name: member.name, nik: member.nik, kk: family.id },
        ...{ birthDate: member.birthDate, sex: member.sex },
      }
      const applicant = { name, nik }
      const akta = `3578-LU-${member.birthDate.split('-').reverse().join('')}-0018`
      return {
        ...{ applicant, subject: child, people: { child, applicant } },
        answers: { applicantAs: 'parent', reason: 'new', akta },
        requirements: papers({ 'birth-deed': 'copy', kk: 'copy' }),
      }
    },
  }
}

/** One of every state that a clerk meets in "Permohonan". */
export function filedPlans(now: number): readonly FiledPlan[] {
  const yesterday = officeHour(now - day, 9)
  const before = officeHour(yesterday - day, 9)
  return [
    { note: 'filed-just-now', ...reprint(now - 20 * minute, 'damaged'), steps: 0, every: minute },
    { note: 'filed-verified', ...childCard(now - 50 * minute), steps: 1, every: 15 * minute },
    { note: 'filed-sent-back', ...reprint(yesterday, 'lost', 40), steps: 2, every: 40 * minute },
    { note: 'filed-to-download', ...familyCard(yesterday + hour), steps: 4, every: 30 * minute },
    { note: 'filed-in-print', ...reprint(now - 3 * hour, 'lost'), steps: 3, every: 20 * minute },
    { note: 'filed-done', ...familyCard(before), steps: 5, every: 45 * minute },
  ]
}

/** Of the card that lies on the shelf. */
export const readyPlan = (at: number): FiledPlan => ({
  note: 'filed-ready',
  ...reprint(at, 'damaged'),
  ...{ steps: 6, every: 10 * minute },
})
