import { parse } from 'yaml'
import { z } from 'zod'

const line = z.string().trim().min(1)

const caseStudy = z.strictObject({
  title: line.max(200),
  who: line,
  where: line,
  what: line,
  outcome: line,
  contact: line.optional(),
  sources: z.array(line).default([]),
})

export type CaseStudyText = z.infer<typeof caseStudy>

export type CaseStudyReading =
  | { readonly kind: 'read'; readonly caseStudy: CaseStudyText }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] }

/** Reads the YAML of a case study as it stands in a Markdown fence (demo/README.md). */
export function readCaseStudy(yaml: string): CaseStudyReading {
  let written: unknown
  try {
    written = parse(yaml)
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    return { kind: 'faulty', faults: [`A case study is not valid YAML: ${reason}`] }
  }
  const parsed = caseStudy.safeParse(written)
  if (parsed.success) return { kind: 'read', caseStudy: parsed.data }
  const title = (written as { title?: unknown } | null)?.title
  const name = typeof title === 'string' ? `The case study “${title}”` : 'A case study'
  return {
    kind: 'faulty',
    faults: parsed.error.issues.map((i) => `${name}: ${i.path.join('.')} ${i.message}`.trim()),
  }
}
