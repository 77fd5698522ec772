import type { GetICUArgs } from '@schummar/icu-type-parser'

/** Messages by name, in groups: ICU MessageFormat with plurals, selects and tags, but without number and date formats. */
export interface Catalogue {
  readonly [name: string]: string | Catalogue
}

/** The same names in another language: what is missing or too many is a type error. */
export type Translation<Original extends Catalogue> = {
  readonly [Name in keyof Original]: Original[Name] extends Catalogue ? Translation<Original[Name]> : string
}

/** What a message is given. Numbers decide plurals; everything else is text that the formatter has written. */
type Values<Message extends string> = GetICUArgs<Message, { ICUArgument: string; ICUNumberArgument: number }>

/** The names of the tags in a message: "See <link>the log</link>." has `link`. */
type Tags<Message extends string> = Message extends `${string}</${infer Tag}>${infer Rest}` ? Tag | Tags<Rest> : never

/** A message as it is used: a text, a function of its values, or, where it has tags, a function that answers its parts. */
export type Text<Message extends string> = [Tags<Message>] extends [never]
  ? Message extends `${string}{${string}`
    ? (values: Values<Message>) => string
    : string
  : <Node>(
      values: Values<Message> & { readonly [Tag in Tags<Message>]: (text: string) => Node },
    ) => readonly (string | Node)[]

/** The messages of a catalogue in one language, ready to use. */
export type Texts<Messages extends Catalogue> = {
  readonly [Name in keyof Messages]: Messages[Name] extends string
    ? Text<Messages[Name]>
    : Messages[Name] extends Catalogue
      ? Texts<Messages[Name]>
      : never
}
