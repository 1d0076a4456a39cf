import type { QueryLine } from './tally'
import { toShare } from './words'

type Props = {
  readonly caption: string
  readonly lines: readonly QueryLine[]
  readonly whenEmpty: string
  /** True for editors, who may add synonyms and best bets. */
  readonly isEditor: boolean
}

const hrefOf = (collection: 'search-synonyms' | 'best-bets', text: string) =>
  `/admin/collections/${collection}/create?fill=${encodeURIComponent(text)}`

const Ways = ({ text }: { readonly text: string }) => (
  <td className="signpost-table__ways">
    <a href={hrefOf('search-synonyms', text)}>
      Add synonym<span className="signpost-unseen"> for “{text}”</span>
    </a>
    <a href={hrefOf('best-bets', text)}>
      Add best bet<span className="signpost-unseen"> for “{text}”</span>
    </a>
  </td>
)

const Line = ({ line, isEditor }: { readonly line: QueryLine; readonly isEditor: boolean }) => (
  <tr>
    <th scope="row">
      <a href={`/briefings?q=${encodeURIComponent(line.text)}`}>{line.text}</a>
    </th>
    <td>{line.searches}</td>
    <td>{line.unfound}</td>
    <td>{toShare(line.opened, line.searches - line.unfound)}</td>
    <td>{line.medianRank ?? '–'}</td>
    {isEditor ? <Ways text={line.text} /> : null}
  </tr>
)

/** Searches by their words, the ways to mend them at hand. */
export const QueryTable = ({ caption, lines, whenEmpty, isEditor }: Props) => (
  <section className="signpost-searches__part">
    <h2>{caption}</h2>
    {lines.length === 0 ? <p>{whenEmpty}</p> : null}
    {lines.length > 0 ? (
      <div className="signpost-searches__scroll" role="region" aria-label={caption} tabIndex={0}>
        <table className="signpost-table">
          <thead>
            <tr>
              <th scope="col">Search</th>
              <th scope="col">Times</th>
              <th scope="col">Found nothing</th>
              <th scope="col">Led to a result</th>
              <th scope="col">Its usual place</th>
              {isEditor ? <th scope="col">Mend it</th> : null}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.text} line={line} isEditor={isEditor} />
            ))}
          </tbody>
        </table>
      </div>
    ) : null}
  </section>
)
