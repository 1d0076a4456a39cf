export const PAUSE_DAYS = 28

/** The buttons of the page. */
export type PreferenceAct = 'save' | 'pause' | 'resume' | 'unsubscribe'

/** The words beside each button, kept with the choice made by it. */
export const WORDING: Readonly<Record<PreferenceAct, string>> = {
  save: 'Send me the weekly Bulletin on these topics.',
  resume: 'Send me the weekly Bulletin again.',
  pause: 'Pause the Bulletin for four weeks.',
  unsubscribe: 'Stop sending me the Bulletin.',
}

/** What the page says once it is done. */
export const DONE: Readonly<Record<PreferenceAct, string>> = {
  save: 'Saved: your Bulletin brings these topics.',
  resume: 'The Bulletin comes to you again.',
  pause: 'Your Bulletin is paused for four weeks. It then comes back by itself.',
  unsubscribe: 'You are unsubscribed. We have stopped your Bulletin.',
}

export const isPreferenceAct = (word: string): word is PreferenceAct => Object.hasOwn(WORDING, word)
