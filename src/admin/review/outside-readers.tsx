'use client'

import { useId, useState } from 'react'
import type { ReaderView } from '@/briefings/review-desk'
import type { ActOn } from './review-desk'

const DAYS = [3, 7, 14]

type InviteProps = { readonly isBusy: boolean; readonly act: ActOn }

function Invite({ isBusy, act }: InviteProps) {
  const fieldId = useId()
  const [name, setName] = useState('')
  const [days, setDays] = useState(7)
  const invite = async () => {
    if (await act({ act: 'invite', name, days })) setName('')
  }
  return (
    <div className="signpost-review__details">
      <label htmlFor={`${fieldId}-name`}>Name of the expert</label>
      <input
        id={`${fieldId}-name`}
        type="text"
        maxLength={120}
        value={name}
        onChange={(event) => {
          setName(event.target.value)
        }}
      />
      <label htmlFor={`${fieldId}-days`}>The link works for</label>
      <select
        id={`${fieldId}-days`}
        value={days}
        onChange={(event) => {
          setDays(Number(event.target.value))
        }}
      >
        {DAYS.map((count) => (
          <option key={count} value={count}>
            {count} days
          </option>
        ))}
      </select>
      <button type="button" disabled={isBusy} onClick={() => void invite()}>
        Make a link to this draft
      </button>
    </div>
  )
}

const Address = ({ address }: { readonly address: string }) => {
  const fieldId = useId()
  return (
    <div role="status">
      <label htmlFor={fieldId}>Send this link to them. It is shown this once.</label>
      <input
        id={fieldId}
        type="text"
        readOnly
        value={address}
        onFocus={(event) => {
          event.target.select()
        }}
      />
    </div>
  )
}

type Props = {
  readonly readers: readonly ReaderView[]
  readonly canInvite: boolean
  /** The address of the link that was made last. */
  readonly address: string | null
  readonly isBusy: boolean
  readonly act: ActOn
}

/** Experts who may read this draft without an account, until their link ends. */
export function OutsideReaders({ readers, canInvite, address, isBusy, act }: Props) {
  return (
    <section aria-labelledby="signpost-readers">
      <h4 id="signpost-readers">Outside readers</h4>
      <p className="signpost-desk__quiet">
        A link shows the draft as it was last saved, and nothing else, to whoever has it.
      </p>
      <ul className="signpost-comments">
        {readers.map(({ id, name, standing, isOpen }) => (
          <li key={id} className="signpost-comment">
            <strong>{name}</strong>
            <p className="signpost-desk__quiet">{standing}</p>
            {isOpen ? (
              <button
                type="button"
                disabled={isBusy}
                onClick={() => void act({ act: 'end-link', linkId: id })}
              >
                End the link<span className="signpost-unseen"> of {name}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {address ? <Address address={address} /> : null}
      {canInvite ? <Invite isBusy={isBusy} act={act} /> : null}
    </section>
  )
}
