import type { Application } from '#shared/domain/application/application.ts'
import type { Question, QuestionMessage } from '#shared/domain/question/question.ts'
import { settled } from '#shared/domain/question/question-standing.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import { day, hour, instant } from './calendar.ts'

interface Where {
  readonly scope: string
  readonly now: number
  readonly staff: readonly Staff[]
  /** Of the unit; a thread is about one of them, or about none. */
  readonly applications: readonly Application[]
}

const minute = hour / 60

/** What citizens ask most, how long ago, and whether somebody answered. */
const asked = [
  {
    subject: 'Kapan KTP saya dapat diambil?',
    text: 'Selamat pagi, permohonan KTP saya sudah dua hari. Kapan dapat diambil di kelurahan?',
    age: 26 * hour,
    about: true,
    reply: null,
    closed: false,
  },
  {
    subject: 'Syarat akta kelahiran',
    text: 'Anak saya lahir minggu lalu di rumah sakit. Apa saja yang perlu diunggah? Buku nikah kami masih di Madiun.',
    age: 3 * hour,
    about: false,
    reply: null,
    closed: false,
  },
  {
    subject: 'Berkas saya dikembalikan',
    text: 'Di Klampid tertulis berkas perlu diperbaiki, tetapi saya tidak mengerti apa yang kurang.',
    age: 40 * minute,
    about: true,
    reply: null,
    closed: false,
  },
  {
    subject: 'Jam pelayanan hari Sabtu',
    text: 'Apakah hari Sabtu kelurahan buka untuk pengambilan kartu?',
    age: 2 * day,
    about: false,
    reply: 'Mohon maaf, hari Sabtu kami tutup. Kami buka Senin sampai Jumat.',
    closed: false,
  },
  {
    subject: 'KIA untuk dua anak',
    text: 'Apakah KIA kedua anak saya bisa diambil sekaligus oleh suami saya?',
    age: 4 * day,
    about: true,
    reply: 'Bisa. Suami membawa KTP-el asli dan Kartu Keluarga.',
    closed: true,
  },
] as const

/** A few threads of one unit, in every state, so that the screen has something to show. */
export function questionsOf({ scope, now, staff, applications }: Where): readonly Question[] {
  const clerk = staff[0]
  if (!clerk) throw new Error('a unit without staff')
  const by = { staffId: clerk.id, staffName: clerk.name, staffCode: clerk.code, deviceCode: '08' }
  return asked.map(({ subject, text, age, about, reply, closed }, index) => {
    const id = `question-${scope}-${index + 1}`
    const at = instant(now - age)
    const application = about ? (applications[index % Math.max(1, applications.length)] ?? null) : null
    const first: QuestionMessage = { from: 'citizen', messageId: `${id}-1`, at, text }
    const replied = { ...by, at: instant(now - age + 30 * minute) }
    const answer: readonly QuestionMessage[] =
      reply === null ? [] : [{ ...replied, from: 'staff', messageId: `${id}-2`, text: reply, upTo: first.messageId }]
    return settled({
      ...{ id, scope, subject, askedAt: at, messages: [first, ...answer], reopenings: [], assignments: [], handed: [] },
      kitirNumber: application?.kitirNumber ?? null,
      applicationId: application?.id ?? null,
      askedBy: {
        name: application?.applicantName ?? names[index % names.length] ?? '',
        contact: `0812••••${100 + index}`,
      },
      ends: closed ? [{ ...replied, closeId: `${id}-3`, upTo: first.messageId }] : [],
      ...{ state: 'open', waitingSince: at, assignedTo: null, flags: [] },
    })
  })
}

const names = ['Ratna Wulandari', 'Yusuf Hidayat', 'Maria Goretti', 'Slamet Riyadi', 'Siti Nurhaliza Putri']
