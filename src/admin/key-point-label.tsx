'use client'

import { useRowLabel } from '@payloadcms/ui'

/** What a key point says, on its closed row. */
export function KeyPointLabel() {
  const { data, rowNumber = 0 } = useRowLabel<{ text?: string }>()
  return <span>{data.text?.trim() || `Key point ${rowNumber + 1}`}</span>
}
