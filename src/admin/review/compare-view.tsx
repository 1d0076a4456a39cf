import type { AdminViewServerProps } from 'payload'
import { type Comparison, compareVersions, type VersionName } from '@/briefings/compare-versions'
import { toMoment } from '../bulletin/words'
import { askedFor, Frame } from '../bulletin/frame'
import { staffAt } from '../desk-page'
import { ComparedText } from './compared-text'

const idIn = (props: AdminViewServerProps): string => {
  const { segments } = (props.params ?? {}) as { segments?: string[] }
  return decodeURIComponent(segments?.[1] ?? '')
}

const nameOf = ({ savedAt, isPublished }: VersionName): string =>
  `${toMoment(savedAt)}${isPublished ? ', published' : ''}`

type ChoiceProps = {
  readonly name: 'from' | 'to'
  readonly label: string
  readonly chosen: VersionName
  readonly versions: readonly VersionName[]
}

const Choice = ({ name, label, chosen, versions }: ChoiceProps) => (
  <p>
    <label htmlFor={`compare-${name}`}>{label}</label>{' '}
    <select id={`compare-${name}`} name={name} defaultValue={chosen.id}>
      {versions.map((version) => (
        <option key={version.id} value={version.id}>
          {nameOf(version)}
        </option>
      ))}
    </select>
  </p>
)

const Chosen = ({ older, newer, versions }: Comparison) => (
  <form method="get" className="signpost-compare__form">
    <Choice name="from" label="From" chosen={older} versions={versions} />
    <Choice name="to" label="To" chosen={newer} versions={versions} />
    <button type="submit">Compare</button>
  </form>
)

/** Two versions of a briefing, compared as text: `/admin/compare/ID?from=VERSION&to=VERSION`. */
export async function CompareView(props: AdminViewServerProps) {
  const briefingId = idIn(props)
  const staff = staffAt(props, `compare/${encodeURIComponent(briefingId)}`)
  const { payload } = props.initPageResult.req
  const comparison = await compareVersions({
    ...{ payload, briefingId, staff },
    from: askedFor(props.searchParams, 'from'),
    to: askedFor(props.searchParams, 'to'),
  })
  return (
    <Frame {...props}>
      <p>
        <a href={`/admin/collections/briefings/${encodeURIComponent(briefingId)}`}>
          Back to the briefing
        </a>
      </p>
      <h1>What changed{comparison ? `: ${comparison.title}` : ''}</h1>
      {comparison ? (
        <>
          <Chosen {...comparison} />
          <p>
            <ins className="signpost-compare__added">Underlined</ins> was put in,{' '}
            <del className="signpost-compare__removed">struck through</del> was taken out.
          </p>
          <ComparedText {...comparison} />
        </>
      ) : (
        <p>There is nothing to compare: fewer than two versions of it are kept.</p>
      )}
    </Frame>
  )
}
