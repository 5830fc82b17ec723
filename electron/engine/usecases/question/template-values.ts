import type { Application } from '#shared/domain/application/application.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { writtenWeekday } from '#shared/domain/paper/written-date.ts'
import type { Question } from '#shared/domain/question/question.ts'
import { filled, gapsIn, type TemplateValues } from '#shared/domain/question/question-template.ts'
import { statusSaid } from '#shared/domain/question/status-said.ts'
import { unitTitle } from '#shared/domain/region/unit-title.ts'
import type { Instant } from '#shared/domain/time.ts'
import { promiseLine } from '../promise/promise-line.ts'
import type { ReadSet } from '../stores.ts'

/** The city's templates with what is known of this thread and its application put in. */
export async function filledTemplates(db: ReadSet, question: Question, now: Instant) {
  const { questionTemplates = [], zone } = await db.settings.region()
  if (questionTemplates.length === 0) return []
  const application = await applicationOf(db, question)
  const values = await valuesOf(db, question, application, { zone, now })
  return questionTemplates.map(({ id, title, text: raw }) => {
    const text = filled(raw, values)
    return { id, title, text, gaps: [...gapsIn(text)] }
  })
}

/** What the thread is about, where it is known here. */
export async function applicationOf(
  db: Pick<ReadSet, 'applications'>,
  { applicationId, kitirNumber }: Question,
): Promise<Application | null> {
  if (applicationId !== null) return db.applications.find(applicationId)
  return kitirNumber === null ? null : db.applications.byKitirNumber(kitirNumber)
}

async function valuesOf(
  db: ReadSet,
  { askedBy, kitirNumber, scope }: Question,
  application: Application | null,
  { zone, now }: { readonly zone: string; readonly now: Instant },
): Promise<TemplateValues> {
  const unit = await db.directory.unit(scope)
  const dueAt =
    application && application.fulfilledAt === null ? (await promiseLine(db, application, now)).clock.dueAt : null
  return {
    nama: askedBy.name,
    nomor_kitir: application?.kitirNumber ?? kitirNumber,
    status: (application && statusSaid[application.status]) ?? null,
    jatuh_tempo: dueAt && writtenWeekday(calendarDay(dueAt, unit?.zone ?? zone)),
    unit: unit && unitTitle(unit),
  }
}
