import type { UIFieldServerProps } from 'payload'
import { ACTS } from '@/access/record/audit-entry'
import type { AuditEvent } from '@/payload-types'
import { Who } from './cells'
import { byWhom, onWhat, singularOfCollections } from './in-words'

/** Above an entry: what was done, by whom and on what, with the ways to both. */
export function EntryInWords({ data, payload }: UIFieldServerProps) {
  const entry = data as Partial<AuditEvent>
  if (!entry.act || !entry.byKind) return null
  const by = byWhom({ ...entry, byKind: entry.byKind })
  const on = onWhat(entry, singularOfCollections(payload))
  return (
    <section className="signpost-review" aria-labelledby="signpost-entry">
      <h2 id="signpost-entry" className="signpost-record__title">
        {ACTS[entry.act]}
      </h2>
      <p>
        By: <Who {...by} />
      </p>
      {on ? (
        <p>
          On: <Who {...on} />
        </p>
      ) : null}
      {entry.details ? <p>{entry.details}</p> : null}
    </section>
  )
}
