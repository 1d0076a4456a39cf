import { notFound } from 'next/navigation'
import { visitor } from '@/access/viewer'
import { thePayload } from '@/app/payload'
import { SHARE_IMAGE_SIZE, shareImage } from '@/app/share-image'
import { readArticle } from '@/articles/read-article'

export const alt = 'The title of the article, and its topics'
export const size = SHARE_IMAGE_SIZE
export const contentType = 'image/png'

type Props = { readonly params: Promise<{ slug: string }> }

export default async function ArticleImage({ params }: Props) {
  const { slug } = await params
  const payload = await thePayload()
  const read = await readArticle({ payload, slug, viewer: visitor, now: new Date() })
  if (read.kind === 'missing') notFound()
  const { title, topics } = read.article
  return shareImage({ kind: 'Article', title, topics })
}
