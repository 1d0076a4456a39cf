import type { UIFieldServerProps } from 'payload'
import { isEditor } from '@/access/who'
import { storedLike } from '@/sources/like-source'
import { LIKENESS_IN_WORDS } from '@/sources/same-source'
import { type CitingBriefing, whereCited } from '@/sources/where-cited'
import { MergeButton } from './merge-button'

const Citing = ({ id, title, reference, isPublished, sentences }: CitingBriefing) => (
  <li>
    <a href={`/admin/collections/briefings/${id}`}>{title}</a>{' '}
    <span className="signpost-quiet">
      {[reference, isPublished ? 'published' : 'draft'].filter(Boolean).join(', ')}
    </span>
    {sentences.length === 0 ? (
      <p className="signpost-quiet">In its list of sources; the text does not cite it.</p>
    ) : (
      sentences.map((sentence, index) => (
        <blockquote key={index}>
          <p>{sentence}</p>
        </blockquote>
      ))
    )}
  </li>
)

/** On a source’s own page: where it is cited, and what is probably the same source. */
export async function WhereCitedField({ id, payload, user }: UIFieldServerProps) {
  if (!id || user.collection !== 'staff') return null
  const sourceId = String(id)
  const viewer = { kind: 'staff' as const, staff: user }
  const citing = await whereCited({ payload, sourceId, viewer })
  const like = await storedLike(payload, sourceId)
  return (
    <section className="signpost-cited" aria-labelledby="signpost-cited">
      <h3 id="signpost-cited">Where it is cited</h3>
      {citing.length === 0 ? <p className="signpost-quiet">No briefing cites it yet.</p> : null}
      <ul>
        {citing.map((one) => (
          <Citing key={one.id} {...one} />
        ))}
      </ul>
      {like.length > 0 ? (
        <>
          <h3>Perhaps the same source</h3>
          <ul>
            {like.map(({ source, by }) => (
              <li key={source.id}>
                <a href={`/admin/collections/sources/${source.id}`}>{source.title}</a>{' '}
                <span className="signpost-quiet">({LIKENESS_IN_WORDS[by]})</span>{' '}
                {isEditor(user) ? (
                  <MergeButton kept={sourceId} gone={source.id} title={source.title} />
                ) : null}
              </li>
            ))}
          </ul>
          {isEditor(user) ? null : <p>An editor can merge them.</p>}
        </>
      ) : null}
    </section>
  )
}
