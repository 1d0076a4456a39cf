'use client'

import { useId, useState } from 'react'
import { type DeskAnswer, postJson } from '../post-json'
import { useTakenFocus } from '../taken-focus'
import { type Offer, SecondFactorOffer } from './second-factor-offer'
import { type Proof, ProofFields } from './second-factor-proof'

const ROUTE = '/api/second-factor'

type TakeAwayProps = {
  readonly isBusy: boolean
  readonly onSend: () => void
  readonly onCancel: () => void
}

function TakeAway({ isBusy, onSend, onCancel }: TakeAwayProps) {
  const said = useTakenFocus<HTMLParagraphElement>()
  return (
    <>
      <p ref={said} tabIndex={-1}>
        They will sign in with the password alone until they set up a code again.
      </p>
      <button type="button" disabled={isBusy} onClick={onSend}>
        Ask them for no code any more
      </button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </>
  )
}

type SecondFactorProps = {
  readonly id: string
  readonly isOwn: boolean
  /** The day it was turned on, in words, or null. */
  readonly since: string | null
}

/** Turns the second factor on and off: a code of an app at each sign-in, besides the password. */
export function SecondFactor({ id, isOwn, since }: SecondFactorProps) {
  const [offer, setOffer] = useState<Offer | null>(null)
  const [isEnding, setIsEnding] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const headingId = useId()

  const settled = async <T,>(asking: Promise<DeskAnswer<T>>): Promise<T | null> => {
    setIsBusy(true)
    const answer = await asking
    setIsBusy(false)
    setFault(answer.kind === 'fault' ? answer.why : null)
    return answer.kind === 'done' ? answer.said : null
  }
  const begin = async () => {
    setOffer(await settled(postJson<Offer>(ROUTE, { act: 'offer' })))
  }
  const change = async (asked: object) => {
    if (await settled(postJson(ROUTE, asked))) window.location.reload()
  }
  const cancel = () => {
    setOffer(null)
    setIsEnding(false)
    setFault(null)
  }
  const prove = (proof: Proof) => {
    void change(offer ? { act: 'on', offer: offer.offer, ...proof } : { act: 'off', ...proof })
  }

  return (
    <section className="signpost-second-factor" aria-labelledby={headingId}>
      <h3 id={headingId}>A code at sign-in</h3>
      <p>
        {since
          ? `Since ${since} a code of an app is asked for at each sign-in, besides the password. Whoever loses the telephone asks an administrator to take it off.`
          : 'The password alone opens this account. With a code of an app besides, a stolen password opens nothing.'}
      </p>
      {offer ? <SecondFactorOffer {...offer} takesFocus /> : null}
      {isOwn && (offer ?? isEnding) ? (
        <ProofFields
          action={offer ? 'Ask for a code from now on' : 'Ask for no code any more'}
          isBusy={isBusy}
          takesFocus={!offer}
          onSend={prove}
          onCancel={cancel}
        />
      ) : null}
      {!isOwn && isEnding ? (
        <TakeAway
          isBusy={isBusy}
          onSend={() => {
            void change({ act: 'take-away', id })
          }}
          onCancel={cancel}
        />
      ) : null}
      {isOwn && !since && !offer ? (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => {
            void begin()
          }}
        >
          Set up a code
        </button>
      ) : null}
      {since && !isEnding ? (
        <button
          type="button"
          onClick={() => {
            setIsEnding(true)
          }}
        >
          {isOwn ? 'Turn it off' : 'Take it off: they lost their telephone'}
        </button>
      ) : null}
      <p role="alert">{fault}</p>
    </section>
  )
}
