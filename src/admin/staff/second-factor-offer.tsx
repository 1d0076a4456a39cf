'use client'

import { useEffect, useRef } from 'react'

export type Offer = {
  readonly offer: string
  readonly secret: string
  /** As SVG. */
  readonly picture: string
}

type Props = Offer & {
  /** The button that asked for it is gone: whoever pressed it goes on here. */
  readonly takesFocus?: boolean
}

/** What an app for codes reads, and the same for whoever types it. */
export function SecondFactorOffer({ offer, picture, secret, takesFocus = false }: Props) {
  const first = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (takesFocus) first.current?.focus()
  }, [offer, takesFocus])
  return (
    <>
      <p ref={first} tabIndex={-1}>
        Read this picture with an app for sign-in codes on your telephone:
      </p>
      <div
        className="signpost-second-factor__picture"
        role="img"
        aria-label="A code for your app. The key below says the same."
        // Made by the service of a secret it has just drawn.
        dangerouslySetInnerHTML={{ __html: picture }}
      />
      <p>
        Or type this key into it: <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </>
  )
}
