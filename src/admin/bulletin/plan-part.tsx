import { DeskTable } from '@/admin/desk-table'
import type { Counted, PlanInWords } from '@/bulletin/plan-in-words'
import { Part } from './parts'
import { plural } from './words'

const Counts = ({
  caption,
  column,
  rows,
}: {
  readonly caption: string
  readonly column: string
  readonly rows: readonly Counted[]
}) =>
  rows.length === 0 ? null : (
    <DeskTable
      caption={caption}
      columns={[
        { title: column, cell: ({ name }) => name },
        { title: 'Readers', cell: ({ count }) => count, isNumber: true },
      ]}
      rows={rows}
      keyOf={({ name }) => name}
    />
  )

export type Unmailed = { readonly address: string; readonly reason: string }

export type ShownPlan = PlanInWords & { readonly unmailed: readonly Unmailed[] }

const MOST_NAMED = 200

/** Folded, since it may be long. */
const ByName = ({ unmailed }: { readonly unmailed: readonly Unmailed[] }) =>
  unmailed.length === 0 ? null : (
    <details>
      <summary>Who gets nothing, by name ({unmailed.length})</summary>
      <ul className="signpost-list">
        {unmailed.slice(0, MOST_NAMED).map(({ address, reason }) => (
          <li key={address}>
            <a href={`/admin/bulletin/member?address=${encodeURIComponent(address)}`}>{address}</a>
            <span className="signpost-quiet">{reason}</span>
          </li>
        ))}
      </ul>
      {unmailed.length > MOST_NAMED ? (
        <p>And {unmailed.length - MOST_NAMED} more: “npm run bulletin -- plan” names them all.</p>
      ) : null}
    </details>
  )

/** To whom the coming issue would go, and to whom not, and why. Null where nobody has asked to have it worked out. */
export const PlanPart = ({ plan }: { readonly plan: ShownPlan | null }) => (
  <Part title="Who would get it" id="readers">
    {plan === null ? (
      <p>
        <a href="/admin/bulletin?plan=yes#readers">Work out who would get it</a>: with so many
        subscribers this takes a moment.
      </p>
    ) : (
      <>
        <p>If it went out now, {plural(plan.recipients, 'reader')} would get it.</p>
        <div className="signpost-beside">
          <Counts caption="By topic" column="Topic" rows={plan.byTopic} />
          <Counts caption="Who would not, and why" column="Reason" rows={plan.notMailed} />
        </div>
        <ByName unmailed={plan.unmailed} />
      </>
    )}
  </Part>
)
