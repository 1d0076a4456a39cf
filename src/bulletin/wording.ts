import type { Scope } from './wishes'

/**
 * Every word that a choice about the Bulletin is made by. The pages show these strings and the proof of consent keeps
 * them (docs/decisions/022-following.md): a change here changes both, and the proof's `wordingVersion` with them.
 */
export const SUBSCRIBE = {
  label: 'Send me the weekly Bulletin by e-mail',
  hint: 'On Fridays, what is new for me. I can stop it here, or by the link in every mail.',
}

export const SCOPE_LEGEND = 'What it brings'

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  topics: 'What is new on my topics, and in what I follow',
  followed: 'Only the series and briefings I follow',
}

export const UNSUBSCRIBE = 'Stop sending me the Bulletin.'

/** The account's form, as its reader left it. */
export const accountWording = (isOn: boolean, scope: Scope): string =>
  isOn
    ? `${SUBSCRIBE.label}. ${SUBSCRIBE.hint} ${SCOPE_LEGEND}: ${SCOPE_WORDS[scope]}.`
    : `Not ticked: ${SUBSCRIBE.label}. ${SUBSCRIBE.hint}`

export type FollowedKind = 'series' | 'briefing'

/** The sentence beside the button that follows, the button itself, and the one that ends it. */
export const FOLLOW_WORDS: Readonly<
  Record<FollowedKind, { sentence: string; start: string; end: string }>
> = {
  series: {
    sentence: 'The weekly Bulletin will tell me of every new briefing in this series.',
    start: 'Follow this series',
    end: 'Stop following this series',
  },
  briefing: {
    sentence: 'The weekly Bulletin will tell me when this briefing is updated.',
    start: 'Tell me of updates',
    end: 'Stop telling me of updates',
  },
}

/** Beside each name in a list of what somebody follows. */
export const LET_GO = 'Stop following'

export const PAUSE_DAYS = 28

/** What the buttons of the preference page do. */
export type PreferenceAct = 'save' | 'pause' | 'resume' | 'unsubscribe' | 'unfollow' | 'undo'

/** The words beside each button of the preference page. */
export const PREFERENCE_WORDS: Readonly<Record<PreferenceAct, string>> = {
  save: 'Send me the weekly Bulletin on these topics.',
  pause: 'Pause the Bulletin for four weeks. It then comes back by itself.',
  resume: 'Send me the weekly Bulletin by e-mail.',
  unsubscribe: UNSUBSCRIBE,
  unfollow: LET_GO,
  undo: 'Undo my last change',
}

/** The preference page's form of topics, as its reader left it. */
export const topicsWording = (scope: Scope): string =>
  `${PREFERENCE_WORDS.save} ${SCOPE_LEGEND}: ${SCOPE_WORDS[scope]}.`

export const isPreferenceAct = (word: string): word is PreferenceAct =>
  Object.hasOwn(PREFERENCE_WORDS, word)

/** Beside the button of the link that asks whether somebody wants the Bulletin. */
export const CONFIRM =
  'Yes, send me the weekly Bulletin by e-mail. I can stop it at any time by the link in every mail.'

/** What a mail program sends for its reader (RFC 8058): no page is shown. */
export const ONE_CLICK = 'List-Unsubscribe=One-Click'
