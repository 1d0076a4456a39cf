import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const EVERYWHERE = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
]

/** Their addresses are keys: no other site may read them as where a visitor came from. */
const SECRET_ADDRESSES = [
  '/u/:path*',
  '/bulletin/preferences/:path*',
  '/preview/:path*',
  '/review/:path*',
  '/sign-in/:path*',
  '/admin/reset/:path*',
]

/** Answers for programs: nothing in them is to run or to be shown in a page. The desk's preview of a mail has its own policy. */
const NOT_PAGES = [
  '/api/:path((?!bulletin-desk/preview$).*)',
  '/attachments/:path*',
  '/healthz',
  '/readyz',
]

const headersOfAnswers: NextConfig['headers'] = () =>
  Promise.resolve([
    { source: '/:path*', headers: EVERYWHERE },
    ...NOT_PAGES.map((source) => ({
      source,
      headers: [
        {
          key: 'Content-Security-Policy',
          value: "default-src 'none'; frame-ancestors 'none'; sandbox",
        },
      ],
    })),
    ...SECRET_ADDRESSES.map((source) => ({
      source,
      headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
    })),
  ])

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` holds the types; a second pass would add a fifth to every build.
  typescript: { ignoreBuildErrors: true },
  images: { localPatterns: [{ pathname: '/api/media/file/**' }], remotePatterns: [] },
  // They load files of their own, or each other by name.
  serverExternalPackages: [
    '@citation-js/core',
    '@citation-js/plugin-bibtex',
    '@citation-js/plugin-ris',
    '@citeproc-rs/wasm',
  ],
  rewrites: () =>
    Promise.resolve([
      {
        source: '/briefings/:slug([a-z0-9-]+).:format(ris|bib|csl\\.json)',
        destination: '/briefings/:slug/citation/:format',
      },
    ]),
  headers: headersOfAnswers,
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}

export default withPayload(nextConfig)
