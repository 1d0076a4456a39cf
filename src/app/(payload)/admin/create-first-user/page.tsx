import { MinimalTemplate } from '@payloadcms/next/templates'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Logo } from '@/admin/finger-post'
import { answerMissing } from '@/app/lost-page'
import { thePayload } from '@/app/payload'

export const metadata: Metadata = { title: 'Nobody here yet · Signpost', robots: { index: false } }

/** Payload leads here while nobody has an account, and would let any visitor make the first one. It is made on the server. */
export default async function FirstAccountPage() {
  const payload = await thePayload()
  const { totalDocs } = await payload.count({ collection: 'staff', overrideAccess: true })
  if (totalDocs > 0) redirect('/admin')
  await answerMissing()
  return (
    <MinimalTemplate className="login">
      <div className="login__brand">
        <Logo />
      </div>
      <h1 className="signpost-sign-in">Nobody has an account here yet</h1>
      <p>
        Whoever runs this service makes the first one, on its server:{' '}
        <code>npm run staff -- create --email ADDRESS --name NAME --role administrator</code>
      </p>
    </MinimalTemplate>
  )
}
