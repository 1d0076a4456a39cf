import { visitor } from '@/access/viewer'
import { errorAnswer } from '@/app/answers'
import { thePayload } from '@/app/payload'
import { readBriefing } from '@/briefings/read-briefing'
import { settings } from '@/config/settings'
import { CITATION_FORMATS, type CitationFormat, citationFile } from '@/sources/cite-briefing'

const CONTENT_TYPES: Readonly<Record<CitationFormat, string>> = {
  ris: 'application/x-research-info-systems; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  'csl.json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
}

type Args = { readonly params: Promise<{ slug: string; format: string }> }

/** The citation of a briefing, which anyone may have: read as a visitor, whoever asks. */
export async function GET(_request: Request, { params }: Args): Promise<Response> {
  const { slug, format } = await params
  const known = CITATION_FORMATS.find((one) => one === format)
  const now = new Date()
  const read = await readBriefing({ payload: await thePayload(), slug, viewer: visitor, now })
  if (!known || read.kind !== 'teaser') return errorAnswer(404, 'There is nothing here.')
  return new Response(citationFile(read.teaser, settings().siteUrl, known), {
    headers: {
      'Content-Type': CONTENT_TYPES[known],
      'Content-Disposition': `attachment; filename="${slug}.${known}"`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
