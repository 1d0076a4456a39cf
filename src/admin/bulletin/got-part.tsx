import { Wide } from '@/admin/wide'
import { DeskTable } from '@/admin/desk-table'
import { DELIVERY_STATES } from '@/bulletin/delivery-store'
import type { GotPage } from '@/bulletin/who-got-what'
import { Part } from './parts'
import { plural } from './words'

type Props = {
  /** Path of the page. */
  readonly path: string
  readonly got: GotPage
  readonly search: string
  readonly state: string
}

function hrefOf({ path, search, state }: Props, page: number): string {
  const asked = new URLSearchParams({ who: search, state, page: String(page) })
  return `${path}?${asked.toString()}#got`
}

const Pages = (props: Props) => {
  const { page, pages } = props.got
  return pages <= 1 ? null : (
    <nav aria-label="Pages of the list" className="signpost-pages">
      {page > 1 ? <a href={hrefOf(props, page - 1)}>Previous page</a> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={hrefOf(props, page + 1)}>Next page</a> : null}
    </nav>
  )
}

const AddressLink = ({ address }: { readonly address: string }) => (
  <a href={`/admin/bulletin/member?address=${encodeURIComponent(address)}`}>{address}</a>
)

/** Who got what, and why: the ledger, searched by address and state, a page at a time. */
export const GotPart = (props: Props) => {
  const { path, got, search, state } = props
  return (
    <Part title="Who got what, and why" id="got">
      <form action={`${path}#got`} className="signpost-do signpost-do--line">
        <p className="signpost-field">
          <label htmlFor="who">Part of an address</label>
          <input id="who" name="who" defaultValue={search} />
        </p>
        <p className="signpost-field">
          <label htmlFor="state">State</label>
          <select id="state" name="state" defaultValue={state}>
            <option value="">any</option>
            {DELIVERY_STATES.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <button className="signpost-press">Search</button>
      </form>
      <p>{plural(got.total, 'row')}</p>
      {got.rows.length === 0 ? null : (
        <Wide label="Who got what">
          <DeskTable
            columns={[
              { title: 'Address', cell: (row) => <AddressLink {...row} /> },
              { title: 'State', cell: (row) => row.state },
              { title: 'Why', cell: ({ why }) => why || '–' },
              { title: 'Their mail’s briefings', cell: ({ titles }) => titles.join('; ') || '–' },
            ]}
            rows={got.rows}
            keyOf={({ address }) => address}
          />
        </Wide>
      )}
      <Pages {...props} />
    </Part>
  )
}
