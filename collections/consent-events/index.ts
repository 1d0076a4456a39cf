import type { CollectionConfig } from 'payload'
import { AS_A_TIME } from '../fields/dates'
import { shownToStaff } from '../fields/ledger'

/** Who agreed to what, when and how (UK GDPR article 7(1)). Added to, never changed. */
export const ConsentEvents: CollectionConfig<'consent-events'> = {
  slug: 'consent-events',
  labels: { singular: 'Consent event', plural: 'Consent events' },
  defaultSort: '-at',
  admin: {
    group: 'Bulletin',
    useAsTitle: 'action',
    defaultColumns: ['memberId', 'action', 'at', 'madeThrough'],
  },
  access: shownToStaff,
  fields: [
    { name: 'memberId', type: 'text', required: true, index: true },
    {
      name: 'action',
      type: 'select',
      required: true,
      options: [
        'subscribed',
        'requested',
        'confirmed',
        'topics-changed',
        'follows-changed',
        'paused',
        'unsubscribed',
        'one-click-unsubscribed',
        'resubscribed',
        'imported',
        'complained',
      ],
    },
    { name: 'at', type: 'date', required: true, admin: { date: AS_A_TIME } },
    {
      name: 'madeThrough',
      type: 'select',
      required: true,
      options: [
        'account',
        'briefing-page',
        'series-page',
        'preference-page',
        'confirm-page',
        'list-unsubscribe',
        'admin',
        'import',
        'seed',
        'mail-provider',
      ],
    },
    // The words as they were shown, their whole SHA-256, and its first twelve characters for counting by.
    { name: 'wording', type: 'textarea' },
    { name: 'wordingHash', type: 'text' },
    { name: 'wordingVersion', type: 'text', index: true },
    // Who chose: the member signed in, the holder of a link from a mail (then which subscription it names), or a person on the staff.
    { name: 'actor', type: 'text' },
    { name: 'tokenId', type: 'text' },
    { name: 'topics', type: 'json' },
    // What the member asked for after the choice, and before it: { status, pausedUntil, scope, topics, series, briefings }.
    { name: 'chosen', type: 'json' },
    { name: 'before', type: 'json' },
  ],
}
