import { setImmediate } from 'node:timers/promises'
import type { CollectionSlug, Payload } from 'payload'

/**
 * The id of the row whose `field` is `value`, made by `create` where there is none.
 *
 * Makes a load safe to repeat: what an earlier run made is left as it stands. Yields, since libsql is synchronous.
 */
export async function ensure(
  payload: Payload,
  [collection, field, value]: readonly [collection: CollectionSlug, field: string, value: string],
  create: () => Promise<{ id: string }>,
): Promise<string> {
  await setImmediate()
  const { docs } = await payload.find({
    collection,
    where: { [field]: { equals: value } },
    limit: 1,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0] ? docs[0].id : (await create()).id
}

/** Ids by the names the files use. */
export class Ids {
  private readonly ids = new Map<string, string>()

  set(name: string, id: string): void {
    this.ids.set(name, id)
  }

  /** @throws {Error} for a name that was never loaded: `checkedContent` has refused such content before. */
  of(name: string): string {
    const id = this.ids.get(name)
    if (id === undefined) throw new Error(`Nothing was loaded under the name “${name}”.`)
    return id
  }

  all(names: readonly string[]): string[] {
    return names.map((name) => this.of(name))
  }
}
