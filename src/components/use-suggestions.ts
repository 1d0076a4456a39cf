'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { newestOnly } from '@/lib/newest-only'
import { pause } from '@/lib/pause'
import { askForSuggestions, inGroups, type SuggestionGroup } from './suggestions'

/** Quiet after the last key before anything is asked. */
export const TYPING_PAUSE_MS = 150

const NONE = -1

type Popup = { readonly groups: readonly SuggestionGroup[]; readonly active: number }

const CLOSED: Popup = { groups: [], active: NONE }

/** What a search field suggests while somebody types, at most `most`, and how the keyboard moves among it. */
export function useSuggestions(most: number) {
  const [popup, setPopup] = useState(CLOSED)
  const [asking] = useState(newestOnly)
  const chosen = useRef<HTMLAnchorElement>(null)
  const { groups, active } = popup
  const count = groups.reduce((sum, { options }) => sum + options.length, 0)

  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  useEffect(() => asking.drop, [asking])

  const close = () => {
    asking.drop()
    setPopup(CLOSED)
  }
  const suggestFor = async (typed: string, quiet = TYPING_PAUSE_MS) => {
    const outcome = await asking.ask(async (signal) => {
      await pause(quiet, signal)
      return askForSuggestions(typed, signal)
    })
    if (outcome.kind === 'answered')
      setPopup({ groups: inGroups(outcome.answer.slice(0, most)), active: NONE })
    if (outcome.kind === 'failed') setPopup(CLOSED)
  }
  const move = (step: 1 | -1) =>
    setPopup(({ groups: shown, active: at }) => {
      const places = count + 1
      return { groups: shown, active: ((at + 1 + step + places) % places) - 1 }
    })

  /** The field's keys. Enter is left alone unless a suggestion is chosen: then it leads there. */
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isOpen = count > 0
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (isOpen) move(event.key === 'ArrowDown' ? 1 : -1)
      else void suggestFor(event.currentTarget.value, 0)
    } else if (event.key === 'Enter' && chosen.current) {
      event.preventDefault()
      chosen.current.click()
      close()
    } else if (event.key === 'Escape') {
      // Suggestions still on their way would open the list again.
      if (isOpen) event.preventDefault()
      close()
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      close()
    }
  }

  return { groups, active, count, chosen, close, suggestFor, onKeyDown }
}
