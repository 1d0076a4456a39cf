import type { ComingDevelopment, IssueChange } from '@/bulletin/issue-editing'
import { oneLine } from '@/lib/one-line'

/** What an editor saved, as far as it differs from what the page showed them; and where they were on it. */
export type IssueFormRead = {
  readonly change: IssueChange
  /** The item they moved, held or let go, so that the page opens there. */
  readonly at?: { readonly at: string }
}

/** What a page showed: what two editors change of different things, both count. */
export type IssueFormShown = Required<
  Pick<IssueChange, 'introduction' | 'notes' | 'held' | 'showsChangeNotes' | 'coming'>
>

type Form = URLSearchParams

const linesOf = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

function shownOf(form: Form): Partial<IssueFormShown> {
  try {
    return JSON.parse(form.get('shown') ?? '{}') as Partial<IssueFormShown>
  } catch {
    return {}
  }
}

function notesOf(form: Form): Record<string, string> {
  const notes = [...form]
    .filter(([name]) => name.startsWith('note:'))
    .map(([name, note]) => [name.slice('note:'.length), oneLine(note)] as const)
  return Object.fromEntries(notes.filter(([, note]) => note !== ''))
}

function comingOf(form: Form): ComingDevelopment[] {
  const [dates, texts, urls] = ['date', 'text', 'url'].map((part) => form.getAll(`coming-${part}`))
  const rows = (dates ?? []).map((date, place) => ({
    date: date.trim(),
    text: oneLine(texts?.[place] ?? ''),
    url: urls?.[place]?.trim() ?? '',
  }))
  return rows
    .filter(({ date, text, url }) => date + text + url !== '')
    .map(({ date, text, url }) => ({ date, text, ...(url === '' ? {} : { url }) }))
}

/** The items as shown, one of them a place further up or down. */
function orderAfter(form: Form, move: string): string[] {
  const order = form.getAll('order')
  const isUp = move.startsWith('up:')
  const from = order.indexOf(move.slice(move.indexOf(':') + 1))
  const to = isUp ? from - 1 : from + 1
  const [item, other] = [order[from], order[to]]
  if (item === undefined || other === undefined) return order
  order[from] = other
  order[to] = item
  return order
}

function heldAfter(form: Form, held: readonly string[]): string[] {
  const [hold, release] = [form.get('hold'), form.get('release')]
  const kept = held.filter((key) => key !== release)
  return hold === null || kept.includes(hold) ? kept : [...kept, hold]
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/**
 * Reads the form of the coming issue. Each of its buttons saves all that was typed: `move` (`up:KEY`, `down:KEY`), `hold`
 * and `release` (a key) do something besides.
 */
export function readIssueForm(form: Form): IssueFormRead {
  const shown = shownOf(form)
  const wanted: IssueFormShown = {
    introduction: linesOf(form.get('introduction') ?? ''),
    notes: { ...notesOf(form) },
    held: heldAfter(form, shown.held ?? []),
    showsChangeNotes: form.has('showsChangeNotes'),
    coming: comingOf(form),
  }
  const changed = Object.entries(wanted).filter(
    ([part, value]) => !isSame(value, shown[part as keyof IssueFormShown]),
  )
  const move = form.get('move')
  const at = move ?? form.get('hold') ?? form.get('release')
  return {
    change: { ...Object.fromEntries(changed), ...(move ? { order: orderAfter(form, move) } : {}) },
    ...(at === null ? {} : { at: { at } }),
  }
}
