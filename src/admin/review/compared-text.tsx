import type { ComparedPart, Comparison } from '@/briefings/compare-versions'
import type { ComparedLine, Part } from '@/lib/compare/compare-lines'

/** Said to those who hear the page: what a line or a stroke shows to the eye. */
const Unseen = ({ children }: { readonly children: string }) => (
  <span className="signpost-unseen">{children}</span>
)

const Piece = ({ text, change }: Part) => {
  if (change === 'same') return <>{text}</>
  return change === 'added' ? (
    <ins className="signpost-compare__added">
      <Unseen>put in: </Unseen>
      {text}
      <Unseen> (end) </Unseen>
    </ins>
  ) : (
    <del className="signpost-compare__removed">
      <Unseen>taken out: </Unseen>
      {text}
      <Unseen> (end) </Unseen>
    </del>
  )
}

const MARKS: Readonly<Record<ComparedLine['change'], string>> = {
  same: '',
  changed: '±',
  added: '+',
  removed: '−',
}

type LineProps = { readonly line: ComparedLine; readonly anchor: string }

const Line = ({ line, anchor }: LineProps) => {
  const pieces = line.parts.map((part, index) => <Piece key={index} {...part} />)
  return (
    <div
      id={line.change === 'same' ? undefined : anchor}
      className={`signpost-compare__line signpost-compare__line--${line.change}`}
    >
      <span aria-hidden="true" className="signpost-compare__mark">
        {MARKS[line.change]}
      </span>
      {line.kind === 'heading' ? <h3>{pieces}</h3> : <p>{pieces}</p>}
    </div>
  )
}

const anchorOf = (title: string, index: number): string =>
  `${title.toLowerCase().replace(' ', '-')}-${index + 1}`

const changedIn = ({ lines }: ComparedPart): number =>
  lines.filter(({ change }) => change !== 'same').length

const inWords = (count: number): string =>
  count === 0 ? 'unchanged' : `${count} ${count === 1 ? 'change' : 'changes'}`

/** Where the changes are, each part leading to its own. */
const Overview = ({ parts }: Pick<Comparison, 'parts'>) => (
  <nav aria-label="Parts of the briefing">
    <ul className="signpost-compare__parts">
      {parts.map((part) => (
        <li key={part.title}>
          <a href={`#${anchorOf(part.title, -1)}`}>{part.title}</a>: {inWords(changedIn(part))}
        </li>
      ))}
    </ul>
  </nav>
)

/** What readers get of a briefing, with what was put in and taken out between two versions. */
export const ComparedText = ({ parts }: Pick<Comparison, 'parts'>) => (
  <>
    <Overview parts={parts} />
    {parts.map((part) => (
      <section key={part.title} aria-labelledby={anchorOf(part.title, -1)}>
        <h2 id={anchorOf(part.title, -1)}>{part.title}</h2>
        {part.lines.length === 0 ? <p>There is none in either.</p> : null}
        {part.lines.map((line, index) => (
          <Line key={index} line={line} anchor={anchorOf(part.title, index)} />
        ))}
      </section>
    ))}
  </>
)
