import type { PayloadRequest } from 'payload'
import { hasMembership } from './has-membership'

type User = PayloadRequest['user']

/** The clock is read at request time; tests set it on the request's context. */
export const now = (req: Pick<PayloadRequest, 'context'>): Date =>
  req.context.now instanceof Date ? req.context.now : new Date()

export const isStaff = (user: User) => user?.collection === 'staff' && user.hasLeft !== true

export const isAdministrator = (user: User) =>
  user?.collection === 'staff' && isStaff(user) && user.role === 'administrator'

/** Editors, and administrators, who may do all that editors may. */
export const isEditor = (user: User) =>
  user?.collection === 'staff' && isStaff(user) && user.role !== 'officer'

export const isActiveMember = (req: Pick<PayloadRequest, 'user' | 'context'>) =>
  req.user?.collection === 'members' && hasMembership(req.user, now(req))
