'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 4000

/** Reads the page anew every few seconds while something is under way and the page is looked at. */
export function RefreshWhile({ isUnderWay }: { readonly isUnderWay: boolean }) {
  const router = useRouter()
  useEffect(() => {
    if (!isUnderWay) return undefined
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [isUnderWay, router])
  return null
}
