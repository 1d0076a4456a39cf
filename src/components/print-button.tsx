'use client'

import { useSyncExternalStore } from 'react'
import { Button } from './button'

const never = () => () => undefined

/** Shown only where it can work: with JavaScript. */
export function PrintButton() {
  const canPrint = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return canPrint ? (
    <Button type="button" kind="quiet" onClick={() => window.print()}>
      Print
    </Button>
  ) : null
}
