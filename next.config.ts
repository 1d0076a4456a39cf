import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

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
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
}

export default withPayload(nextConfig)
