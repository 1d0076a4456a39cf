'use client'

import type { MouseEvent, ReactNode } from 'react'

/** The tab of the form each field stands on. What stands beside the text is always there. */
const TABS: Readonly<Record<string, string>> = {
  summary: 'Text',
  keyPoints: 'Text',
  body: 'Text',
  sources: 'Evidence',
  changeNote: 'Updates',
}

const FOCUSABLE = 'input, textarea, select, button, [contenteditable="true"], [tabindex]'

function openTab(label: string | undefined) {
  const tabs = document.querySelectorAll<HTMLButtonElement>('.tabs-field__tab-button')
  const tab = [...tabs].find(({ textContent }) => textContent.trim() === label)
  tab?.click()
}

function goTo(id: string) {
  const field = document.getElementById(id)
  field?.scrollIntoView({ block: 'center' })
  const target = field?.matches(FOCUSABLE) ? field : field?.querySelector<HTMLElement>(FOCUSABLE)
  target?.focus({ preventScroll: true })
}

type FieldLinkProps = { readonly field: string; readonly children: ReactNode }

/** Leads to a field of the form, on whichever tab it stands. */
export function FieldLink({ field, children }: FieldLinkProps) {
  const id = `field-${field}`
  const follow = (event: MouseEvent) => {
    event.preventDefault()
    openTab(TABS[field])
    // The tab's fields are there once it has been drawn.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        goTo(id)
      })
    })
  }
  return (
    <a href={`#${id}`} onClick={follow}>
      {children}
    </a>
  )
}
