import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { isEditor } from '@/access/who'

/** Notes on the request whether this is a draft save, which Payload does not tell the later hooks. */
export const rememberDraftSave: CollectionBeforeOperationHook = ({ args, req }) => {
  req.context.isDraftSave = (args as { draft?: boolean }).draft === true
  return args
}

const actsWithoutPublishing = (req: PayloadRequest): boolean =>
  req.user !== null && !isEditor(req.user)

/**
 * Refuses an officer's save that readers would see: publishing, changing what is published, or taking it down.
 *
 * The access rule hides the button; this holds on every other way in, such as a save that leaves the status out.
 * The service's own saves have no user and pass.
 */
export const onlyEditorsPublish: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  if (!actsWithoutPublishing(req)) return data
  const wasPublic = (originalDoc as { _status?: string } | undefined)?._status === 'published'
  const becomesPublic = (data as { _status?: string })._status === 'published'
  if (becomesPublic || (wasPublic && req.context.isDraftSave !== true)) {
    throw new APIError(
      'Only an editor can publish, change or take down what readers see. Save it as a draft and ask an editor.',
      403,
      null,
      true,
    )
  }
  return data
}
