import type { PreferenceAct } from '@/bulletin/wording'

/** What the page says once a button has been pressed. */
export const DONE: Readonly<Record<PreferenceAct | 'confirmed', string>> = {
  save: 'Saved: your Bulletin brings what you chose.',
  resume: 'The Bulletin comes to you.',
  pause: 'Your Bulletin is paused for four weeks. It then comes back by itself.',
  unsubscribe: 'You are unsubscribed. We have stopped your Bulletin.',
  unfollow: 'You no longer follow it.',
  undo: 'Your last change is taken back.',
  confirmed:
    'Thank you: the Bulletin comes to you from now on. You can change here what it brings.',
}

export const isDone = (word: unknown): word is keyof typeof DONE =>
  typeof word === 'string' && Object.hasOwn(DONE, word)
