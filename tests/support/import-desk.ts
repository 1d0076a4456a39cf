import { Readable } from 'node:stream'
import type { ReadBeside } from '@/exchange/files-beside'
import { importBriefings, type ImportBriefingsReport } from '@/exchange/import-briefings'
import { readLines } from '@/exchange/read-lines'
import type { Briefing } from '@/payload-types'
import { openTestPayload, type TestPayload } from './test-payload'

export type Line = Record<string, unknown>
type How = {
  readonly isDryRun?: boolean
  readonly isAnnounced?: boolean
  readonly beside?: ReadBeside
}

const asText = (line: Line | string) => (typeof line === 'string' ? line : JSON.stringify(line))

const EMPTIED = ['briefings', 'topics', 'series', 'sources', 'staff'] as const
type Emptied = (typeof EMPTIED)[number]

/** A Signpost that briefings are brought into, in lines as a file would hold them. */
export class ImportDesk {
  private constructor(readonly test: TestPayload) {}

  static async open(): Promise<ImportDesk> {
    return new ImportDesk(await openTestPayload())
  }

  async empty(): Promise<void> {
    for (const collection of EMPTIED) {
      await this.test.payload.delete({
        collection,
        overrideAccess: true,
        where: { id: { exists: true } },
      })
    }
  }

  bringText(text: string | Buffer, how: How = {}): Promise<ImportBriefingsReport> {
    return importBriefings({
      payload: this.test.payload,
      isDryRun: false,
      isAnnounced: false,
      lines: () => readLines(Readable.from([Buffer.from(text)])),
      onProgress: () => undefined,
      ...how,
    })
  }

  bring(lines: readonly (Line | string)[], how: How = {}): Promise<ImportBriefingsReport> {
    return this.bringText(lines.map(asText).join('\n'), how)
  }

  async all(): Promise<Briefing[]> {
    const { docs } = await this.test.payload.find({
      collection: 'briefings',
      overrideAccess: true,
      depth: 1,
      pagination: false,
      sort: 'reference',
    })
    return docs
  }

  async only(): Promise<Briefing> {
    const [briefing] = await this.all()
    if (!briefing) throw new Error('There is no briefing.')
    return briefing
  }

  async count(collection: Emptied): Promise<number> {
    return (await this.test.payload.count({ collection, overrideAccess: true })).totalDocs
  }

  async versions(): Promise<number> {
    const { totalDocs } = await this.test.payload.countVersions({
      collection: 'briefings',
      overrideAccess: true,
    })
    return totalDocs
  }
}

export const counts = ({ created, updated, unchanged, invalid }: ImportBriefingsReport) => ({
  created,
  updated,
  unchanged,
  invalid,
})

export const faults = ({ errors }: ImportBriefingsReport) =>
  errors.map(({ line, field, message }) => `${line} ${field} ${message}`)

export const RENTS: Line = {
  reference: 'X-1',
  title: 'Rents & repairs',
  summary: 'What tenants pay.',
  body: '## Costs\n\nRents rose.[^1] See [the law](https://example.org/law).\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  keyPoints: ['Rents rose.', 'Repairs did not.'],
  type: 'update',
  series: 'Ideas in Practice',
  topics: ['Housing > Private renting', 'Councils'],
  nations: ['england', 'wales'],
  authors: ['Jo Bloggs'],
  publishedAt: '2018-08-07',
  updatedAt: '2019-02-11T10:00:00+01:00',
  changes: [{ date: '2019-02-11', note: 'New figures.', edition: 2 }],
  reviewBy: '2027-03-01',
  related: [],
  sources: [{ title: 'A study', publisher: 'A university', year: 2017, doi: '10.1000/182' }],
}

export const SMALL: Line = { title: 'Small', summary: 'A summary.', body: 'Some text.' }
