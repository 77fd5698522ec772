const PLACEHOLDER = /\.(?:example|invalid|test|localhost)\b|\bexample\.(?:com|net|org)\b/iu

/** What electron-builder.yml says of who publishes the app, and where. */
interface PublisherSettings {
  readonly extraMetadata?: { readonly homepage?: unknown } | null
  readonly linux?: { readonly maintainer?: unknown } | null
}

/** The lines of electron-builder.yml that name the publisher, and that nobody has filled in. */
export function missingPublisher({ extraMetadata, linux }: PublisherSettings): readonly string[] {
  return [
    ...(isFilledIn(extraMetadata?.homepage) ? [] : ['extraMetadata.homepage']),
    ...(isFilledIn(linux?.maintainer) ? [] : ['linux.maintainer']),
  ]
}

function isFilledIn(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && !PLACEHOLDER.test(value)
}
