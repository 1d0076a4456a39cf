'use client'

import { useState } from 'react'
import { askSourcesDesk } from './ask-sources-desk'

type MergeButtonProps = {
  readonly kept: string
  readonly gone: string
  /** Of the source that goes. */
  readonly title: string
}

/** Asks once more, since a merge cannot be undone. */
export function MergeButton({ kept, gone, title }: MergeButtonProps) {
  const [isAsked, setIsAsked] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const merge = async () => {
    setIsBusy(true)
    const answer = await askSourcesDesk({ action: 'merge', kept, gone })
    setIsBusy(false)
    if (answer.kind === 'done') window.location.reload()
    else setFault(answer.why)
  }
  return (
    <>
      {isAsked ? (
        <>
          <p>
            Every citation of “{title}” will be one of this source, and that record goes. It cannot
            be undone.
          </p>
          <button type="button" disabled={isBusy} onClick={() => void merge()}>
            Merge the two
          </button>{' '}
          <button
            type="button"
            onClick={() => {
              setIsAsked(false)
            }}
          >
            Leave them
          </button>
        </>
      ) : (
        <button
          type="button"
          onClick={() => {
            setIsAsked(true)
          }}
        >
          Merge it into this one
        </button>
      )}
      <span role="alert">{fault}</span>
    </>
  )
}
