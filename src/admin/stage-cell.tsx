import type { DefaultServerCellComponentProps } from 'payload'
import type { Briefing } from '@/payload-types'
import { stageOf } from './stage-of'

type Row = Pick<Briefing, 'id' | '_status' | 'publishedAt' | 'reviewStage' | 'ending'>

/**
 * The stage of a document in its list. The list holds latest versions, so what readers have is asked for. Payload draws
 * the cell once without a row, when it prepares a field's list.
 */
export async function StageCell({
  rowData,
  payload,
  collectionSlug,
}: DefaultServerCellComponentProps) {
  const row = rowData as Row | undefined
  if (!row) return null
  const { totalDocs } = await payload.count({
    collection: collectionSlug,
    where: { and: [{ id: { equals: row.id } }, { _status: { equals: 'published' } }] },
    overrideAccess: true,
  })
  const stage = stageOf(row, { isPublic: totalDocs > 0, now: new Date() })
  return <span className={`signpost-stage signpost-stage--${toClass(stage)}`}>{stage}</span>
}

const toClass = (stage: string) => stage.toLowerCase().split(' ')[0] ?? ''
