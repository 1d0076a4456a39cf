import { refusal } from '@/lib/refusal'

const ALLOWED: readonly string[] = ['create', 'read', 'readDistinct', 'count']

/**
 * Refuses to change or delete what is recorded, by whatever door, calls that pass over the access rules included.
 *
 * The service writes beside this hook (`src/access/record/keep-record.ts`), and so does the forgetting of old entries.
 */
export const refuseToRewrite = ({ operation }: { readonly operation: string }): void => {
  if (!ALLOWED.includes(operation)) {
    throw refusal('What is recorded cannot be changed or deleted.', 403)
  }
}
