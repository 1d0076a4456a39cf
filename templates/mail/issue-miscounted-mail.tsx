import { staffNoticeMail, type StaffNoticeProps } from './staff-notice-mail'

export type IssueMiscountedMailProps = Omit<StaffNoticeProps, 'title' | 'paragraphs'> & {
  /** How many were enrolled. */
  readonly candidates: number
  /** How many the ledger holds now. */
  readonly accounted: number
}

/** Tells staff that an issue cannot be called finished, since its ledger does not add up. */
export function issueMiscountedMail({ candidates, accounted, ...props }: IssueMiscountedMailProps) {
  return staffNoticeMail({
    ...props,
    title: 'The Bulletin does not add up',
    paragraphs: [
      `All mail of the issue ${props.issueKey} that could be sent has been sent. It is not called finished:`,
      `${candidates} readers were enrolled, and the ledger holds ${accounted} rows.`,
      `Rows do not change in number by themselves: look at what was done to the database. If you can put it right, the issue finishes by itself. If not, end it with: npm run bulletin -- cancel --issue ${props.issueKey}. Who is known to have had it is not told again; everybody else is, by the next issue.`,
    ],
  })
}
