import type { UIFieldServerProps } from 'payload'
import { CurrentPassword } from './current-password'

/** On the form of one's own account alone: administrators set the password of others without it. */
export const CurrentPasswordPanel = ({ id, user }: UIFieldServerProps) =>
  id !== undefined && user.id === id ? <CurrentPassword /> : null
