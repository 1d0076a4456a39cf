'use client'

import { useEffect, useState } from 'react'
import { type CitableSource, hasWords, sourcesWith } from '@/sources/typed-citation'
import { askForSources } from './ask-for-sources'
import { knownSources, remember } from './known-sources'

const MOST = 7
/** So many are asked for by the longest word, and sorted out by the others. */
const MOST_LIKELY = 100
const PAUSE_MS = 120

type Answer = {
  readonly asked: string
  readonly sources: readonly CitableSource[]
  readonly isFault: boolean
}

export type FoundSources = {
  readonly sources: readonly CitableSource[]
  readonly state: 'looking' | 'found' | 'fault'
}

/**
 * The sources with these words, those the text cites already first. While the answer is on its way, those at hand that
 * have the words: what is shown is never of words that were typed before.
 */
export function useFoundSources(
  words: readonly string[] | null,
  cited: readonly string[],
): FoundSources {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const asked = words?.join(' ') ?? null
  useEffect(() => {
    if (asked === null) return undefined
    const stop = new AbortController()
    const look = async () => {
      try {
        const wanted = asked.split(' ').filter(Boolean)
        const likely = await askForSources(sourcesWith(wanted), MOST_LIKELY, stop.signal)
        const sources = likely.filter((source) => hasWords(source, wanted))
        remember(sources)
        setAnswer({ asked, sources, isFault: false })
      } catch {
        if (!stop.signal.aborted) setAnswer({ asked, sources: [], isFault: true })
      }
    }
    const timer = setTimeout(() => void look(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked])

  const isAnswered = answer?.asked === asked
  const sources = [...knownSources(cited), ...(answer?.sources ?? [])].filter(
    (source) => words !== null && hasWords(source, words),
  )
  return {
    sources: [...new Map(sources.map((source) => [source.id, source])).values()].slice(0, MOST),
    state: !isAnswered ? 'looking' : answer.isFault ? 'fault' : 'found',
  }
}
