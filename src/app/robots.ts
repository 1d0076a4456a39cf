import type { MetadataRoute } from 'next'
import { settings } from '@/config/settings'

export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      disallow: ['/admin', '/api/', '/account', '/sign-in', '/u/', '/attachments/'],
    },
    sitemap: `${settings().siteUrl}/sitemap.xml`,
  }
}
