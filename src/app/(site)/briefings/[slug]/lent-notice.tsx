import { Notice } from '@/components/notice'

/** For whoever reads by a colleague's pass: what they may do, and how to come to read the rest. */
export const LentNotice = ({ sender }: { readonly sender: string }) => (
  <div className="mb-8 print:hidden">
    <Notice tone="plain" title={`${sender} sent you this briefing.`}>
      <p>
        You can read it in this browser for a week. There is a seat for you too, as long as one is
        free:{' '}
        <a href="/join/by-address" className="plain-link">
          join by your address
        </a>{' '}
        and read every briefing, its files and the whole archive.
      </p>
    </Notice>
  </div>
)
