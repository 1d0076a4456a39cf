import config from '@payload-config'
import { MinimalTemplate } from '@payloadcms/next/templates'
import { generatePageMetadata } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getSafeRedirect } from 'payload/shared'
import { Logo } from '@/admin/finger-post'
import { SignInForm } from '@/admin/staff/sign-in-form'
import { currentViewer } from '@/app/viewer'

type Args = { readonly searchParams: Promise<Record<string, string | string[]>> }

export const generateMetadata = ({ searchParams }: Args): Promise<Metadata> =>
  generatePageMetadata({ config, params: Promise.resolve({ segments: ['login'] }), searchParams })

/** Payload's own page of sign-in has no place for a code (docs/decisions/038-second-factor.md). */
export default async function SignInPage({ searchParams }: Args) {
  const { redirect: redirectTo = '' } = await searchParams
  const leadsTo = getSafeRedirect({ fallbackTo: '/admin', redirectTo })
  if ((await currentViewer()).kind === 'staff') redirect(leadsTo)
  return (
    <MinimalTemplate className="login">
      <div className="login__brand">
        <Logo />
      </div>
      <h1 className="signpost-sign-in">Sign in to the desk</h1>
      <SignInForm leadsTo={leadsTo} />
    </MinimalTemplate>
  )
}
