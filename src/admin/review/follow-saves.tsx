'use client'

import { useFormFields, useServerFunctions } from '@payloadcms/ui'
import { type ReactNode, useEffect, useState } from 'react'

type FollowSavesProps = { readonly id: string; readonly children: ReactNode }

const savedAsOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Draws the review again after each save: Payload sends the form back, and nothing of what stands beside it. */
export function FollowSaves({ id, children }: FollowSavesProps) {
  const { serverFunction } = useServerFunctions()
  const savedAs = useFormFields(([fields]) => savedAsOf(fields.openedOn?.value))
  const [opened, setOpened] = useState(savedAs)
  const [drawn, setDrawn] = useState<ReactNode>(null)
  const [isStale, setIsStale] = useState(false)
  if (opened === null && savedAs !== null) setOpened(savedAs)

  useEffect(() => {
    if (savedAs === null || savedAs === opened) return
    let isOver = false
    const draw = async () => {
      const asked = serverFunction({ name: 'review', args: { id } }) as Promise<ReactNode>
      const again = await asked.catch(() => null)
      if (isOver) return
      setIsStale(again === null)
      if (again !== null) setDrawn(again)
      setOpened(savedAs)
    }
    void draw()
    return () => {
      isOver = true
    }
  }, [id, opened, savedAs, serverFunction])

  return (
    <>
      {isStale ? (
        <p role="alert">What stands here is from before you saved. Load the page again.</p>
      ) : null}
      {drawn ?? children}
    </>
  )
}
