/**
 * Folders of the page whose texts are still in the code rather than in renderer/messages. Everything else is held to have none, by lint
 * (oxlint.config.ts), by test/unit/house/literal-texts.test.ts and, as it is shown, by test/e2e/pseudo-language.test.ts.
 */
export const UNCONVERTED: readonly string[] = ['print/plan', 'features/plans']

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
