import { theDeskAsk } from '@/app/desk-ask'
import { answerMemberAccess } from '@/app/member-access'

/** For the desk: ends a member’s access, or gives it back. */
export async function POST(request: Request): Promise<Response> {
  return answerMemberAccess(request, await theDeskAsk())
}
