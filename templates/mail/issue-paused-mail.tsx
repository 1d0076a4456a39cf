import { staffNoticeMail, type StaffNoticeProps } from './staff-notice-mail'

export type IssuePausedMailProps = Omit<StaffNoticeProps, 'title' | 'paragraphs'> & {
  readonly reason: string
}

/** Tells staff that the Bulletin waits for one of them, and why. */
export function issuePausedMail({ reason, ...props }: IssuePausedMailProps) {
  return staffNoticeMail({
    ...props,
    title: 'The Bulletin waits for you',
    paragraphs: [
      `The issue ${props.issueKey} is paused. Why:`,
      reason.endsWith('.') ? reason : `${reason}.`,
      `Nothing is lost: who has not had it yet still waits. When you have looked, let it go on with: npm run bulletin -- resume --issue ${props.issueKey}`,
    ],
  })
}
