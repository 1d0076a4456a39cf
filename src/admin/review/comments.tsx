'use client'

import { useId, useState } from 'react'
import type { SaidView, ThreadView } from '@/briefings/review-desk'
import type { ActOn } from './review-desk'

const LONGEST = 2000

const Said = ({ said }: { readonly said: SaidView }) => (
  <>
    {said.place ? <p className="signpost-desk__quiet">On “{said.place}”</p> : null}
    {said.quote ? <blockquote>“{said.quote}”</blockquote> : null}
    <p className="signpost-comment__text">{said.text}</p>
    <p className="signpost-desk__quiet">{said.signature}</p>
  </>
)

type WriteProps = {
  readonly label: string
  readonly button: string
  readonly places?: readonly string[]
  readonly isBusy: boolean
  readonly onSend: (text: string, place: string) => Promise<boolean>
}

function Write({ label, button, places = [], isBusy, onSend }: WriteProps) {
  const fieldId = useId()
  const [text, setText] = useState('')
  const [place, setPlace] = useState('')
  const send = async () => {
    if (await onSend(text, place)) setText('')
  }
  return (
    <div className="signpost-review__details">
      {places.length > 0 ? (
        <>
          <label htmlFor={`${fieldId}-place`}>Which part</label>
          <select
            id={`${fieldId}-place`}
            value={place}
            onChange={(event) => {
              setPlace(event.target.value)
            }}
          >
            <option value="">The whole of it</option>
            {places.map((heading, index) => (
              <option key={`${heading} ${index}`} value={heading}>
                {heading}
              </option>
            ))}
          </select>
        </>
      ) : null}
      <label htmlFor={`${fieldId}-text`}>{label}</label>
      <textarea
        id={`${fieldId}-text`}
        rows={3}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <button type="button" disabled={isBusy} onClick={() => void send()}>
        {button}
      </button>
    </div>
  )
}

type ThreadProps = {
  readonly thread: ThreadView
  readonly isBusy: boolean
  readonly act: ActOn
}

function Thread({ thread, isBusy, act }: ThreadProps) {
  const isOpen = thread.settled === null
  return (
    <li className="signpost-comment">
      <Said said={thread} />
      {thread.answers.map((answer) => (
        <div key={answer.id} className="signpost-comment__answer">
          <Said said={answer} />
        </div>
      ))}
      {thread.settled ? <p>{thread.settled}</p> : null}
      <button
        type="button"
        disabled={isBusy}
        onClick={() => void act({ act: isOpen ? 'resolve' : 'reopen', commentId: thread.id })}
      >
        {isOpen ? 'Mark as settled' : 'Open again'}
      </button>
      {isOpen ? (
        <details>
          <summary>Answer</summary>
          <Write
            label="Your answer"
            button="Send the answer"
            isBusy={isBusy}
            onSend={(text) => act({ act: 'comment', text, answerTo: thread.id })}
          />
        </details>
      ) : null}
    </li>
  )
}

const List = ({ threads, ...rest }: Omit<CommentsProps, 'places'>) => (
  <ul className="signpost-comments">
    {threads.map((thread) => (
      <Thread key={thread.id} thread={thread} {...rest} />
    ))}
  </ul>
)

type CommentsProps = {
  readonly threads: readonly ThreadView[]
  readonly places: readonly string[]
  readonly isBusy: boolean
  readonly act: ActOn
}

/** What was said of the drafts: what is open, what is settled, and a place to say more. */
export function Comments({ threads, places, isBusy, act }: CommentsProps) {
  const open = threads.filter(({ settled }) => settled === null)
  const settled = threads.filter((thread) => thread.settled !== null)
  return (
    <section aria-labelledby="signpost-comments">
      <h4 id="signpost-comments">Comments ({open.length} open)</h4>
      {open.length > 0 ? <List threads={open} isBusy={isBusy} act={act} /> : null}
      <Write
        label="Your comment"
        button="Add the comment"
        places={places}
        isBusy={isBusy}
        onSend={(text, place) => act({ act: 'comment', text, ...(place ? { place } : {}) })}
      />
      {settled.length > 0 ? (
        <details>
          <summary>Settled ({settled.length})</summary>
          <List threads={settled} isBusy={isBusy} act={act} />
        </details>
      ) : null}
    </section>
  )
}
