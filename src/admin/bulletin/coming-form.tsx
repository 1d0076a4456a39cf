import { type AnnouncedItem, itemKey } from '@/bulletin/items'
import type { ComingDevelopment, IssueEditing } from '@/bulletin/issue-editing'
import type { BulletinIssue } from '@/payload-types'
import { Do } from './parts'

export type ComingProps = {
  readonly issue: BulletinIssue
  readonly editing: IssueEditing
  readonly items: readonly AnnouncedItem[]
  readonly held: readonly AnnouncedItem[]
  readonly mayEdit: boolean
  /** The button last pressed, such as `up:KEY`, so that the keyboard goes on from there. */
  readonly at: string
}

const BLANK_ROWS = 2

const topicsOf = ({ publicPart }: AnnouncedItem): string =>
  publicPart.topics.map(({ name }) => name).join(', ') || 'no topic'

const Title = ({ item }: { readonly item: AnnouncedItem }) => (
  <p className="signpost-item__title">
    <a href={`/admin/collections/briefings/${item.briefingId}`}>{item.publicPart.title}</a>
    <span className="signpost-quiet">
      {item.edition > 1 ? `Edition ${item.edition}, updated` : 'New'} · {topicsOf(item)}
    </span>
  </p>
)

type ButtonsProps = {
  readonly item: AnnouncedItem
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly at: string
}

/** The keyboard stays on the button that was pressed, or on the other where that one leads no further. */
const Buttons = ({ item, isFirst, isLast, at }: ButtonsProps) => {
  const key = itemKey(item)
  const title = item.publicPart.title
  const isHere = at.endsWith(`:${key}`)
  const wasUp = at.startsWith('up:')
  return (
    <p className="signpost-item__buttons">
      <button
        name="move"
        value={`up:${key}`}
        disabled={isFirst}
        autoFocus={isHere && !isFirst && (wasUp || isLast)}
      >
        <span aria-hidden="true">↑</span> Up<span className="signpost-unseen">: {title}</span>
      </button>
      <button
        name="move"
        value={`down:${key}`}
        disabled={isLast}
        autoFocus={isHere && !isLast && (!wasUp || isFirst)}
      >
        <span aria-hidden="true">↓</span> Down<span className="signpost-unseen">: {title}</span>
      </button>
      <button name="hold" value={key}>
        Hold for a later issue<span className="signpost-unseen">: {title}</span>
      </button>
    </p>
  )
}

const Item = ({
  item,
  place,
  note,
  ...buttons
}: ButtonsProps & { readonly place: number; readonly note: string }) => {
  const key = itemKey(item)
  return (
    <li className="signpost-item" id={`item-${place + 1}`}>
      <Title item={item} />
      <input type="hidden" name="order" value={key} />
      <p className="signpost-field">
        <label htmlFor={`note-${place}`}>
          Note beside it<span className="signpost-unseen">: {item.publicPart.title}</span>
        </label>
        <input id={`note-${place}`} name={`note:${key}`} defaultValue={note} maxLength={200} />
      </p>
      <Buttons item={item} {...buttons} />
    </li>
  )
}

const Held = ({
  items,
  notes,
}: {
  items: readonly AnnouncedItem[]
  notes: IssueEditing['notes']
}) =>
  items.length === 0 ? null : (
    <>
      <h3>Held for a later issue</h3>
      <ul className="signpost-items">
        {items.map((item) => (
          <li className="signpost-item" key={itemKey(item)}>
            <Title item={item} />
            <input
              type="hidden"
              name={`note:${itemKey(item)}`}
              value={notes[itemKey(item)] ?? ''}
            />
            <p className="signpost-item__buttons">
              <button name="release" value={itemKey(item)}>
                Put it back<span className="signpost-unseen">: {item.publicPart.title}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
    </>
  )

const blank: ComingDevelopment = { date: '', text: '' }

const Developments = ({ coming }: { readonly coming: readonly ComingDevelopment[] }) => (
  <fieldset className="signpost-developments">
    <legend>What is coming up</legend>
    <p className="signpost-quiet">
      In your own words, for everybody to read. Empty a row to take it out.
    </p>
    {[...coming, ...Array.from({ length: BLANK_ROWS }, () => blank)].map((row, place) => (
      <div className="signpost-developments__row" key={place}>
        <p className="signpost-field">
          <label htmlFor={`coming-date-${place}`}>Date</label>
          <input
            id={`coming-date-${place}`}
            name="coming-date"
            type="date"
            defaultValue={row.date}
          />
        </p>
        <p className="signpost-field">
          <label htmlFor={`coming-text-${place}`}>What happens</label>
          <input
            id={`coming-text-${place}`}
            name="coming-text"
            defaultValue={row.text}
            maxLength={200}
          />
        </p>
        <p className="signpost-field">
          <label htmlFor={`coming-url-${place}`}>Address, https (may be left out)</label>
          <input
            id={`coming-url-${place}`}
            name="coming-url"
            type="url"
            defaultValue={row.url ?? ''}
          />
        </p>
      </div>
    ))}
  </fieldset>
)

/** As the page shows it, in the order in which the form will say it again. */
function shownBy({ issue, editing, items, held }: ComingProps): string {
  const keys = [...items, ...held].map(itemKey)
  const notes = Object.fromEntries(
    keys.flatMap((key) => (editing.notes[key] ? [[key, editing.notes[key]]] : [])),
  )
  const { held: heldKeys, showsChangeNotes, coming } = editing
  const introduction = issue.introduction ?? ''
  return JSON.stringify({ introduction, notes, held: heldKeys, showsChangeNotes, coming })
}

const Looked = ({ issue, items, held }: ComingProps) => (
  <>
    {issue.introduction ? <p className="signpost-words">{issue.introduction}</p> : null}
    <ol className="signpost-items">
      {items.map((item) => (
        <li className="signpost-item" key={itemKey(item)}>
          <Title item={item} />
        </li>
      ))}
    </ol>
    {held.length > 0 ? <p>Held for a later issue: {held.length}</p> : null}
  </>
)

/** The coming issue, to be edited by editors and looked at by officers. Every button saves all that was typed. */
export const ComingForm = (props: ComingProps) => {
  const { issue, editing, items, held, mayEdit, at } = props
  if (!mayEdit) return <Looked {...props} />
  return (
    <Do what="edit" issueKey={issue.key}>
      <input type="hidden" name="shown" value={shownBy(props)} />
      <p className="signpost-field">
        <label htmlFor="introduction">Introduction</label>
        <span className="signpost-quiet" id="introduction-hint">
          Up to 600 characters; an empty line begins a new paragraph. Everybody may read it.
        </span>
        <textarea
          id="introduction"
          name="introduction"
          rows={5}
          maxLength={600}
          aria-describedby="introduction-hint"
          defaultValue={issue.introduction ?? ''}
        />
      </p>
      <p className="signpost-tick">
        <input
          id="showsChangeNotes"
          type="checkbox"
          name="showsChangeNotes"
          value="yes"
          defaultChecked={editing.showsChangeNotes}
        />
        <label htmlFor="showsChangeNotes">
          Show change notes: what changed in updated briefings then stands in members’ mails
        </label>
      </p>
      <p>
        <button className="signpost-press">Save</button>
      </p>
      <h3>In this issue, in this order</h3>
      {items.length === 0 ? (
        <p>Nothing new has been published. A week without news sends no Bulletin.</p>
      ) : null}
      <ol className="signpost-items">
        {items.map((item, place) => (
          <Item
            key={itemKey(item)}
            item={item}
            place={place}
            note={editing.notes[itemKey(item)] ?? ''}
            isFirst={place === 0}
            isLast={place === items.length - 1}
            at={at}
          />
        ))}
      </ol>
      <Held items={held} notes={editing.notes} />
      <Developments coming={editing.coming} />
      <p>
        <button className="signpost-press">Save</button>
      </p>
    </Do>
  )
}
