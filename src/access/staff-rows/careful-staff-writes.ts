import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest, Where } from 'payload'
import { refusal } from '@/lib/refusal'
import { type Asking, begunIn, mergeSessions, type Session } from './merge-sessions'

type UpdateOne = BaseDatabaseAdapter['updateOne']
type Asked = Parameters<UpdateOne>[0]

/** A row of staff as the database holds it. */
type Row = {
  readonly id: string
  readonly email: string
  readonly role: string
  readonly hasLeft?: boolean | null
  readonly hash?: string | null
  readonly salt?: string | null
  readonly secondFactor?: { readonly secret?: string | null } | null
  readonly sessions?: readonly Session[] | null
  /** Counts what was changed of the account, its sessions apart. */
  readonly revision?: number | null
}

const MOST_TRIES = 20

const isWholeRow = ({ collection, data }: Asked): boolean =>
  collection === 'staff' && typeof data.email === 'string'

/** Payload asks for nothing back where it writes sessions alone, though it hands over the whole row. */
const isOfSessions = ({ returning }: Asked): boolean => returning === false

const rowOf = ({ id, data }: Asked): Row => ({ ...(data as Row), id: String(id ?? data.id) })

/** What a sign-in has looked at. Where one of these changed meanwhile, it opens nothing. */
const whatOpens = ({ email, role, hasLeft, hash, salt, secondFactor }: Row): string =>
  JSON.stringify([email, role, hasLeft === true, hash, salt, secondFactor?.secret ?? null])

const isAt = ({ id, revision }: Pick<Row, 'id' | 'revision'>): Where => ({
  and: [
    { id: { equals: id } },
    { revision: typeof revision === 'number' ? { equals: revision } : { exists: false } },
  ],
})

const begun = new WeakMap<object, string>()

function askingOf(req: Partial<PayloadRequest> | undefined): Asking {
  const user = req?.user as { readonly _sid?: string } | null | undefined
  return { own: user?._sid ?? null, begun: (req && begun.get(req)) ?? null }
}

const changedMeanwhile = () =>
  refusal(
    'This account was changed in the same moment. Load the page again, and try once more.',
    409,
  )

const noLongerOpens = () => refusal('This account was changed in the same moment.', 401)

/** Whether a write of the whole row means its sessions too: a new password and leaving end them. */
const meansSessions = (data: Row, row: Row): boolean =>
  data.hash !== row.hash || data.hasLeft === true

/**
 * Keeps what is written to a row of staff from undoing what somebody else has written meanwhile
 * (docs/decisions/040-staff-rows.md). Payload writes back the whole row it has read, a third of a second before at sign-in:
 * a new password, a leaving, a role, a second factor and ended sessions of that time would be gone.
 *
 * A write of sessions is made of the row as it is now, and touches nothing else; a sign-in whose account was changed since
 * its password was looked at begins none. Any other write of a whole row is refused where the row has changed since it was read.
 */
export function withCarefulStaffWrites<T extends BaseDatabaseAdapter>(
  database: DatabaseAdapterObj<T>,
): DatabaseAdapterObj<T> {
  const init: typeof database.init = (args) => {
    const adapter = database.init(args)
    const write: UpdateOne = adapter.updateOne.bind(adapter)
    const read = (id: Asked['id']) =>
      adapter.findOne<Row>({ collection: 'staff', where: { id: { equals: id } } })

    async function writeSessions(asked: Asked): Promise<void> {
      const wished = rowOf(asked)
      const asking = askingOf(asked.req)
      const begins = asking.begun === null ? begunIn(wished.sessions ?? []) : null
      for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
        const row = await read(wished.id)
        if (!row) return
        if (begins && whatOpens(row) !== whatOpens(wished)) throw noLongerOpens()
        const sessions = mergeSessions(
          row.sessions ?? [],
          wished.sessions ?? [],
          asking,
          new Date(),
        )
        const data = { sessions, updatedAt: null }
        const written: unknown = await write({ collection: 'staff', where: isAt(row), data })
        if (written === null) continue
        if (begins && asked.req) begun.set(asked.req, begins.id)
        return
      }
      throw changedMeanwhile()
    }

    async function writeRow(asked: Asked): Promise<unknown> {
      const { sessions, ...wished } = rowOf(asked)
      const row = await read(wished.id)
      if (!row) return null
      const written: unknown = await write({
        ...asked,
        id: undefined,
        where: isAt(wished),
        data: {
          ...wished,
          ...(meansSessions(wished, row) ? { sessions } : {}),
          revision: (wished.revision ?? 0) + 1,
        },
      })
      if (written === null) throw changedMeanwhile()
      return written
    }

    let last: Promise<unknown> = Promise.resolve()
    /** One after the other: on SQLite a row and its sessions are two writes. */
    const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
      const turn = last.then(work, work)
      last = turn
      return turn
    }

    adapter.updateOne = ((asked: Asked) => {
      if (!isWholeRow(asked)) return write(asked)
      return isOfSessions(asked)
        ? inTurn(() => writeSessions(asked)).then(() => null)
        : inTurn(() => writeRow(asked))
    }) as UpdateOne
    return adapter
  }
  return { ...database, init }
}
