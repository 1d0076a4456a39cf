import type { ButtonHTMLAttributes, ReactNode } from 'react'

type Kind = 'primary' | 'quiet' | 'danger'

const SHAPE =
  'inline-flex min-h-[44px] items-center justify-center rounded-sm border px-4 py-2 text-center font-sans text-ui font-semibold'

const KINDS: Record<Kind, string> = {
  primary:
    'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
  quiet: 'border-edge bg-paper text-accent hover:border-accent hover:bg-tint',
  danger: 'border-error bg-paper text-error hover:bg-error hover:text-paper',
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { readonly kind?: Kind }

export const Button = ({ kind = 'primary', className = '', ...rest }: ButtonProps) => (
  <button type="submit" {...rest} className={`${SHAPE} ${KINDS[kind]} ${className}`} />
)

type ButtonLinkProps = {
  readonly href: string
  readonly kind?: Kind
  readonly children: ReactNode
}

export const ButtonLink = ({ href, kind = 'primary', children }: ButtonLinkProps) => (
  <a href={href} className={`${SHAPE} ${KINDS[kind]} no-underline`}>
    {children}
  </a>
)
