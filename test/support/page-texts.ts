/** Elements whose sentences the backend still writes, in English: reasons of recommendations, of suggested marks and of notes about models. */
export const ENGLISH_SENTENCES = '.block-reason, .mark-suggestion > p, .trust-notes, .starved-pools, .settings-problems'

/** Attributes, and properties of the page's own components, that people read or hear. */
export const READ_ATTRIBUTES: readonly string[] = [
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'title',
  'placeholder',
  'label',
  'name',
  'hint',
  'remark',
  'caption',
  'action',
  'searchLabel',
  'emptyText',
  'unset',
  'whenEmpty',
  'text',
  'detail',
  'unit',
]
