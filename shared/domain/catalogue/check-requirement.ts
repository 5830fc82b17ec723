import type { Requirement } from './catalogue.ts'
import type { FiledRequirement } from './filed-facts.ts'
import type { Problem, ProblemCode } from './problem.ts'

export function checkRequirement(requirement: Requirement, filed: FiledRequirement | undefined): readonly Problem[] {
  const code = wrong(requirement, filed)
  if (!code) return []
  return [{ place: { part: 'requirement', requirement: requirement.id }, code, severity: 'blocking' }]
}

function wrong({ accepts, optional }: Requirement, filed: FiledRequirement | undefined): ProblemCode | null {
  if (!filed || filed.how === 'missing') return optional ? null : 'requirement-missing'
  if (!accepts.includes(filed.how)) return 'requirement-form'
  return filed.how === 'upload' && filed.documents.length === 0 ? 'requirement-not-uploaded' : null
}
