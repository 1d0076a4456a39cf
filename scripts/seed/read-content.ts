import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import * as shapes from './shapes'

type Written<T> = T & { readonly file: string; readonly slug: string; readonly body: string }

export type BriefingFile = Written<z.infer<typeof shapes.briefing>>
export type ArticleFile = Written<z.infer<typeof shapes.article>>

export type Content = {
  readonly topics: z.infer<typeof shapes.topics>
  readonly series: z.infer<typeof shapes.series>
  readonly staff: z.infer<typeof shapes.staff>
  readonly organisations: z.infer<typeof shapes.organisations>
  readonly members: z.infer<typeof shapes.members>
  readonly sources: z.infer<typeof shapes.sources>
  readonly bulletin: z.infer<typeof shapes.bulletin>
  /** Oldest first. */
  readonly briefings: readonly BriefingFile[]
  readonly articles: readonly ArticleFile[]
}

/** Every fault of the content files at once, each naming its file and its field. */
export class ContentFault extends Error {
  override readonly name = 'ContentFault'
  constructor(readonly faults: readonly string[]) {
    super(`The content cannot be loaded. Mend these:\n${faults.map((f) => `  - ${f}`).join('\n')}`)
  }
}

class ContentReader {
  readonly faults: string[] = []
  constructor(readonly folder: string) {}

  /** What a file holds, or null once its faults have been noted. */
  read<T>(file: string, shape: z.ZodType<T>, written: () => unknown): T | null {
    try {
      const parsed = shape.safeParse(written())
      if (parsed.success) return parsed.data
      this.faults.push(
        ...parsed.error.issues.map((i) => `${file}: ${i.path.join('.') || 'it'}: ${i.message}`),
      )
    } catch (fault) {
      this.faults.push(`${file}: ${fault instanceof Error ? fault.message : String(fault)}`)
    }
    return null
  }

  text(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8')
  }

  yaml<T>(file: string, shape: z.ZodType<T>): T | null {
    return this.read(file, shape, () => parse(this.text(file)) as unknown)
  }

  yamlFolder<T>(folder: string, shape: z.ZodType<T[]>): T[] {
    return this.namesIn(folder, '.yaml').flatMap((file) => this.yaml(file, shape) ?? [])
  }

  markdownFolder<T extends { publishedAt: string }>(
    folder: string,
    shape: z.ZodType<T>,
  ): Written<T>[] {
    const files = this.namesIn(folder, '.md').flatMap((file) => {
      const [, frontMatter = '', body = ''] =
        /^---\r?\n([^]*?)\r?\n---\r?\n([^]*)$/.exec(this.text(file)) ?? []
      const front = this.read(file, shape, () => parse(frontMatter) as unknown)
      return front ? { ...front, file, slug: path.basename(file, '.md'), body } : []
    })
    return files.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  }

  private namesIn(folder: string, ending: string): string[] {
    return readdirSync(path.join(this.folder, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`)
  }
}

/** Reads every content file of `folder`, faults and all: `checkContent` says whether they fit together. */
export function readContent(folder: string): { content: Content; faults: string[] } {
  const reader = new ContentReader(folder)
  const content: Content = {
    topics: reader.yaml('topics.yaml', shapes.topics) ?? [],
    series: reader.yaml('series.yaml', shapes.series) ?? [],
    staff: reader.yaml('staff.yaml', shapes.staff) ?? [],
    organisations: reader.yaml('organisations.yaml', shapes.organisations) ?? [],
    members: reader.yaml('members.yaml', shapes.members) ?? [],
    sources: reader.yamlFolder('sources', shapes.sources),
    bulletin: reader.yaml('bulletin.yaml', shapes.bulletin) ?? { sent: [], next: [] },
    briefings: reader.markdownFolder('briefings', shapes.briefing),
    articles: reader.markdownFolder('articles', shapes.article),
  }
  return { content, faults: reader.faults }
}
