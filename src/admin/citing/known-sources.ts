'use client'

import { useEffect, useState } from 'react'
import type { CitableSource } from '@/sources/typed-citation'
import { askForSources } from './ask-for-sources'

/** An address has its bounds. */
const MOST_AT_ONCE = 100

const known = new Map<string, CitableSource>()
let asked: Promise<void> | null = null
let missing = new Set<string>()

/** Keeps what was read of sources, so that the marks of a text need not ask for each again. */
export const remember = (sources: readonly CitableSource[]): void =>
  sources.forEach((source) => known.set(source.id, source))

export const knownSources = (ids: readonly string[]): readonly CitableSource[] =>
  ids.flatMap((id) => known.get(id) ?? [])

async function askForMissing(): Promise<void> {
  // The marks of a text appear together: one question serves them all.
  await Promise.resolve()
  const ids = [...missing]
  missing = new Set()
  asked = null
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const some = ids.slice(from, from + MOST_AT_ONCE)
    remember(await askForSources({ id: { in: some } }, some.length))
  }
}

/** A source by its id; `looking` until it is known, null where there is none that may be read. */
export function useSource(id: string | null): CitableSource | 'looking' | null {
  const [notFound, setNotFound] = useState<string | null>(null)
  const [, setKnown] = useState(0)
  const isKnown = id === null || known.has(id)
  useEffect(() => {
    if (isKnown) return undefined
    let isShown = true
    missing.add(id)
    asked ??= askForMissing()
    const show = () => {
      if (!isShown) return
      if (known.has(id)) setKnown((count) => count + 1)
      else setNotFound(id)
    }
    asked.then(show, show)
    return () => {
      isShown = false
    }
  }, [id, isKnown])
  if (id === null) return null
  return known.get(id) ?? (notFound === id ? null : 'looking')
}
