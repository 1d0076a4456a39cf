import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'

type ThanksProps = {
  /** What happens next. */
  readonly children: ReactNode
  readonly back: { readonly href: string; readonly label: string }
}

/** The page after a form was sent. */
export const Thanks = ({ children, back }: ThanksProps) => (
  <Page title="Thank you">
    <Notice tone="good" title="Your message has reached us.">
      {children}
    </Notice>
    <p className="mt-8">
      <ButtonLink href={back.href} kind="quiet">
        {back.label}
      </ButtonLink>
    </p>
  </Page>
)
