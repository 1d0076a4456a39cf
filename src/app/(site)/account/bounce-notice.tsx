import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { addressWorksAgain } from './address-works-again'
import { WORKS_AGAIN } from './bounce-wording'

/** Says that mail came back, why no Bulletin comes, and what the member can do about it. */
export const BounceNotice = ({ address }: { readonly address: string }) => (
  <div id="mail-came-back" className="mb-10">
    <Notice tone="warning" title="Our mail to you came back">
      <p>
        Mail to <strong className="font-semibold break-words">{address}</strong> could not be
        delivered, so we have stopped your Bulletin. What you missed is in the{' '}
        <a href="/bulletin" className="plain-link">
          past issues
        </a>
        .
      </p>
      <p>If the address is right and works again, say so. {WORKS_AGAIN.hint}</p>
      <form action={addressWorksAgain} className="pt-1">
        <Button>{WORKS_AGAIN.button}</Button>
      </form>
      <p>
        Has your address changed?{' '}
        <a href="/contact" className="plain-link">
          Write to us to change your details
        </a>
        .
      </p>
    </Notice>
  </div>
)

/** After the button was pressed. */
export const BulletinIsOn = ({ address }: { readonly address: string }) => (
  <Answer to="on">
    <Notice tone="good" title="Your Bulletin goes on">
      <p>
        The next issue comes to <span className="break-words">{address}</span>.
      </p>
    </Notice>
  </Answer>
)
