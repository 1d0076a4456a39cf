import { notFound } from 'next/navigation'
import { visitor } from '@/access/viewer'
import { thePayload } from '@/app/payload'
import { SHARE_IMAGE_SIZE, shareImage } from '@/app/share-image'
import { readBriefing } from '@/briefings/read-briefing'

export const alt = 'The title of the briefing, and its topics'
export const size = SHARE_IMAGE_SIZE
export const contentType = 'image/png'

type Props = { readonly params: Promise<{ slug: string }> }

/** Drawn as for a visitor, whoever asks: pictures travel. */
export default async function BriefingImage({ params }: Props) {
  const { slug } = await params
  const payload = await thePayload()
  const read = await readBriefing({ payload, slug, viewer: visitor, now: new Date() })
  if (read.kind !== 'teaser') notFound()
  const { title, topics, reference } = read.teaser
  return shareImage({ kind: `Briefing ${reference}`, title, topics })
}
