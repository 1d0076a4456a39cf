import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import type { Briefing } from '@/payload-types'

const pathOf = (slug: string): string => `/briefings/${slug}`

/** The slug readers have known it by, or null where they never had it. Drafts upon it do not count. */
async function knownSlug({ id }: Briefing, { payload }: PayloadRequest): Promise<string | null> {
  const stored = await payload.findByID({
    collection: 'briefings',
    id,
    draft: false,
    depth: 0,
    select: { slug: true, firstPublishedAt: true },
    disableErrors: true,
    overrideAccess: true,
  })
  return stored?.firstPublishedAt && stored.slug ? stored.slug : null
}

/** Keeps the address readers knew a briefing by when it is published under another slug, so that it leads on. */
export const keepFormerAddress: CollectionBeforeChangeHook<Briefing> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const slug = data.slug ?? originalDoc?.slug
  if (operation !== 'update' || data._status !== 'published' || !originalDoc || !slug) return data
  const before = originalDoc.firstPublishedAt ? await knownSlug(originalDoc, req) : null
  if (!before || before === slug) return data
  const kept = data.formerAddresses ?? originalDoc.formerAddresses ?? []
  const formerAddresses = [...new Set([...kept, pathOf(before)])].filter(
    (path) => path !== pathOf(slug),
  )
  return { ...data, formerAddresses }
}
