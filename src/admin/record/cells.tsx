import type { DefaultServerCellComponentProps } from 'payload'
import type { AuditEvent } from '@/payload-types'
import { byWhom, type Named, onWhat, singularOfCollections, withShortIds } from './in-words'

type Props = DefaultServerCellComponentProps

/** Payload draws each cell once without a row, when it prepares a field's list. */
const entryOf = ({ rowData }: Props) => rowData as AuditEvent | undefined

export const Who = ({ kind, name, href }: Named) => (
  <span className="signpost-record__who">
    <span className="signpost-record__kind">{kind}</span>{' '}
    {href && name ? <a href={href}>{name}</a> : name}
  </span>
)

export function ByCell(props: Props) {
  const entry = entryOf(props)
  return entry ? <Who {...byWhom(entry)} /> : null
}

export function OnCell(props: Props) {
  const entry = entryOf(props)
  const on = entry ? onWhat(entry, singularOfCollections(props.payload)) : null
  return on ? <Who {...on} /> : null
}

export const DetailsCell = (props: Props) => <>{withShortIds(entryOf(props)?.details ?? '')}</>
