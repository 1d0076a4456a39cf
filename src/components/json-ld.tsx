/** Structured data for search engines, safe within a page whatever the words hold. */
export const JsonLd = ({ content }: { readonly content: Readonly<Record<string, unknown>> }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{
      __html: JSON.stringify({ '@context': 'https://schema.org', ...content }).replace(
        /</g,
        '\\u003c',
      ),
    }}
  />
)
