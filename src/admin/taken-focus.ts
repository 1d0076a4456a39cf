import { type RefObject, useEffect, useRef } from 'react'

/** For what stands where a button was that is gone once pressed: whoever pressed it goes on here. */
export function useTakenFocus<T extends HTMLElement>(takesFocus = true): RefObject<T | null> {
  const place = useRef<T>(null)
  useEffect(() => {
    if (takesFocus) place.current?.focus()
  }, [takesFocus])
  return place
}
