/** What a column must hold to be read as what it stands for. */
export type ColumnKind = 'identifier' | 'mark' | 'instant' | 'text' | 'text-list' | 'number' | 'boolean'

export const TIMESTAMPTZ = 'timestamp with time zone'
export const TIMESTAMP = 'timestamp without time zone'

/** Types that are neither grouped nor compared, or never name anything. */
const NO_NAME =
  /^(json|xml|bytea|point|line|lseg|box|path|polygon|circle|tsvector|tsquery|interval|boolean|date|(time|timestamp) .*|.*\[\]|.*range)$/u
const NUMBER = /^(smallint|integer|bigint|real|double precision|numeric)$/u
const TEXT_LIST = /^(text|character varying|character|bpchar|citext)\[\]$/u

const ACCEPTS: Readonly<Record<ColumnKind, (type: string) => boolean>> = {
  identifier: (type) => !NO_NAME.test(type),
  mark: () => true,
  instant: (type) => type === TIMESTAMPTZ || type === TIMESTAMP,
  text: (type) => !NO_NAME.test(type),
  'text-list': (type) => TEXT_LIST.test(type),
  number: (type) => NUMBER.test(type),
  boolean: (type) => type === 'boolean',
}

/** Whether a column of that type, written as Postgres writes it (`timestamp with time zone`), can be read as that kind. */
export function acceptsType(kind: ColumnKind, type: string): boolean {
  return ACCEPTS[kind](type)
}

/** What such a column holds, to follow "must hold" or "no". */
export const KIND_NAMES: Readonly<Record<ColumnKind, string>> = {
  identifier: 'identifiers (text, uuid or a number)',
  mark: 'any value, or NULL',
  instant: `instants (${TIMESTAMPTZ})`,
  text: 'text',
  'text-list': 'a list of texts (text[])',
  number: 'numbers',
  boolean: 'true or false (boolean)',
}
