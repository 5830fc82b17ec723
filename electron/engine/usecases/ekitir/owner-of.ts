import type { Kitir } from '#shared/domain/filing/filing.ts'
import type { ReadSet } from '../stores.ts'

/** Whose e-Kitir it is: as the application has it now, for the name on the slip may have been put right since. */
export const ownerOf = async (
  db: Pick<ReadSet, 'things'>,
  { applicationId, ownerName }: Pick<Kitir, 'applicationId' | 'ownerName'>,
): Promise<string> => (await db.things.find('filing', applicationId))?.row.subjectName ?? ownerName
