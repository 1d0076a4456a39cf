import { theDeskAsk } from '@/app/desk-ask'
import { answerMakeOrganisation } from '@/app/make-organisation'

/** For the desk: makes an organisation of an enquiry to join. */
export async function POST(request: Request): Promise<Response> {
  return answerMakeOrganisation(request, await theDeskAsk())
}
