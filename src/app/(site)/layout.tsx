import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { mailCameBack } from '@/app/mail-came-back'
import { theTopicTree } from '@/app/topic-tree'
import { currentViewer } from '@/app/viewer'
import { BounceLine } from '@/components/bounce-line'
import { SiteFooter } from '@/components/site-footer'
import { SiteHeader } from '@/components/site-header'
import { settings } from '@/config/settings'
import './site.css'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(settings().siteUrl),
  title: { template: '%s · Signpost', default: 'Signpost · Policy and research briefings' },
  description: 'Policy and research briefings for people who run public services.',
  openGraph: { siteName: 'Signpost', locale: 'en_GB', type: 'website' },
})

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#15191c' },
  ],
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer()
  const [topics, cameBack] = await Promise.all([theTopicTree(new Date()), mailCameBack(viewer)])
  return (
    <html lang="en-GB" data-scroll-behavior="smooth">
      <body className="flex min-h-screen flex-col">
        <SiteHeader viewer={viewer} />
        {cameBack ? <BounceLine /> : null}
        {children}
        <SiteFooter topics={topics} />
      </body>
    </html>
  )
}
