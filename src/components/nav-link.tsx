'use client'

import { usePathname } from 'next/navigation'

type NavLinkProps = { readonly href: string; readonly label: string }

/** A link of the menu that knows whether it is where the reader stands. */
export function NavLink({ href, label }: NavLinkProps) {
  const path = usePathname()
  const current = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <a
      href={href}
      aria-current={current}
      className="inline-flex min-h-[44px] items-center border-b-3 border-transparent pt-[3px] font-semibold text-ink no-underline hover:text-accent aria-[current]:border-accent"
    >
      {label}
    </a>
  )
}
