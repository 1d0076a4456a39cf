const ARCHIVE = '/briefings'

type Click = {
  readonly button: number
  readonly defaultPrevented: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

const isPlain = (click: Click): boolean =>
  click.button === 0 &&
  !click.defaultPrevented &&
  !(click.altKey || click.ctrlKey || click.metaKey || click.shiftKey)

/** The search a plain click on a link leads to, as `?…`; null where the link or the click leads elsewhere. */
export function searchOfClick(click: Click, link: HTMLAnchorElement | null): string | null {
  if (!link || link.target || !isPlain(click)) return null
  return link.origin === location.origin && link.pathname === ARCHIVE ? link.search : null
}

/** The search a form asks for, as `?…`; null where it is no search of the archive. */
export function searchOfForm(form: HTMLFormElement): string | null {
  if (form.method !== 'get' || new URL(form.action).pathname !== ARCHIVE) return null
  const asked = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') asked.append(name, value)
  }
  return `?${asked.toString()}`
}
