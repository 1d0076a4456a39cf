import type { Payload, Where } from 'payload'
import { idOf, idsOf, type Related } from '@/lib/ids'
import { withMappedSources } from '@/lib/lexical/mapped-sources'
import type { LexicalDocument } from '@/lib/lexical/nodes'

export type MoveArgs = {
  readonly payload: Payload
  /** The source whose citations these become. */
  readonly kept: string
  readonly gone: string
  readonly now: Date
}

/** A briefing, or what one of its versions holds, as the database adapter answers it. */
type State = {
  readonly sources?: readonly Related<{ id: string }>[] | null
  readonly body?: unknown
  readonly updatedAt: string
}

type Row = State & { readonly id: string }

type Version = {
  readonly id: string
  readonly parent: string
  readonly updatedAt: string
  readonly version: State
}

const without = (value: object, name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))

/** The same content with each mention of `gone` made one of `kept`. */
function moved<T extends State>(state: T, { kept, gone }: MoveArgs): T {
  const to = (named: unknown): unknown =>
    named && idOf(named as Related<{ id: string }>) === gone ? kept : named
  const sources = [...new Set(idsOf(state.sources).map((id) => (id === gone ? kept : id)))]
  const body = state.body ? withMappedSources(state.body as LexicalDocument, to) : state.body
  return { ...state, sources, sourceCount: sources.length, body }
}

async function versionsWhere(payload: Payload, where: Where): Promise<Version[]> {
  const { docs } = await payload.db.findVersions({
    collection: 'briefings',
    where,
    pagination: false,
    limit: 0,
  })
  return docs as unknown as Version[]
}

async function moveVersion(args: MoveArgs, saved: Version, over: Partial<State> = {}) {
  const version = { ...moved(saved.version, args), ...over }
  await args.payload.db.updateVersion({
    collection: 'briefings',
    id: saved.id,
    versionData: structuredClone({ ...without(saved, 'id'), version }),
  })
}

/**
 * The row first, with a newer time, then the version that says the same, with that time: so that what a crash leaves in
 * between looks like a save that was cut short, and is taken back at the next start (`src/repair`).
 */
async function moveRow(args: MoveArgs, row: Row): Promise<void> {
  const { payload, now } = args
  const updatedAt = now.toISOString()
  const data = structuredClone(without({ ...moved(row, args), updatedAt }, 'id'))
  await payload.db.updateOne({ collection: 'briefings', id: row.id, data })
  const versions = await versionsWhere(payload, { parent: { equals: row.id } })
  const ofRow = versions.filter(
    (saved) =>
      saved.version.updatedAt === row.updatedAt && saved.updatedAt !== saved.version.updatedAt,
  )
  for (const saved of ofRow) await moveVersion(args, saved, { updatedAt })
}

/** Moves every citation there is now; answers the ids of the briefings it touched, none when there was nothing to do. */
export async function moveCitations(args: MoveArgs): Promise<ReadonlySet<string>> {
  const { payload, gone } = args
  const { docs } = await payload.db.find<Row>({
    collection: 'briefings',
    where: { sources: { in: [gone] } },
    pagination: false,
    limit: 0,
  })
  for (const row of docs) await moveRow(args, row)
  const versions = await versionsWhere(payload, { 'version.sources': { in: [gone] } })
  for (const saved of versions) await moveVersion(args, saved)
  return new Set([...docs.map(({ id }) => id), ...versions.map(({ parent }) => parent)])
}
