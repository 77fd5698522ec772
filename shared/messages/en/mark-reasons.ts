/** Why a day might be worth a mark. */
export const markReasons = {
  noVisitors: 'No visitors. About {expected} are usual on such a day.',
  visitors: '{count, plural, one {# visitor} other {# visitors}}. About {expected} are usual on such a day.',
} as const
